import { compilePolicy } from '../../core/policy/compile-policy.ts';
import { type PolicyError, formatPolicyError } from '../../core/policy/policy-error.ts';
import { quoteText } from '../../core/show-text.ts';
import type { Terminal } from '../../runtime/wire-cli.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import type { PolicyFiles } from './read-policy-files.ts';

type CompiledFor = {
  readonly account: string;
  readonly region: string;
  readonly policyHash: string;
};

/** All mistakes of the policy and its lock, and of compiling for each place that the lock knows. */
export const lintPolicy = ({
  policy,
  lock,
}: PolicyFiles): {
  readonly mistakes: readonly PolicyError[];
  readonly compiled: readonly CompiledFor[];
} => {
  if ('errors' in policy || 'errors' in lock) {
    const errors = [policy, lock].flatMap((one) => ('errors' in one ? one.errors : []));
    return { mistakes: errors, compiled: [] };
  }
  const places = new Map(
    lock.pins.map(({ account, region }) => [`${account} ${region}`, { account, region }]),
  );
  const results = [...places.values()].map((place) => ({
    place,
    result: compilePolicy(policy, lock, place),
  }));
  const mistakes = results.flatMap(({ result }) =>
    result.kind === 'compiled' ? [] : result.errors,
  );
  return {
    mistakes: [...new Map(mistakes.map((one) => [formatPolicyError(one), one])).values()],
    compiled: results.flatMap(({ place, result }) =>
      result.kind === 'compiled' ? [{ ...place, policyHash: result.policy.policyHash }] : [],
    ),
  };
};

/** Prints them, for people as `file:line:column`, which editors link to. */
export const runLint = (files: PolicyFiles, terminal: Terminal, json: boolean): ExitCode => {
  const { mistakes, compiled } = lintPolicy(files);
  const exitCode = mistakes.length === 0 ? EXIT.ok : EXIT.found;
  if (json) {
    for (const mistake of mistakes) terminal.out(jsonLine({ kind: 'mistake', ...mistake }));
    terminal.out(jsonLine({ kind: 'summary', mistakes: mistakes.length, compiled, exitCode }));
    return exitCode;
  }
  for (const mistake of mistakes) terminal.out(formatPolicyError(mistake));
  for (const { account, region, policyHash } of compiled) {
    terminal.out(`compiles for account ${account} in ${region}: policy ${policyHash.slice(0, 12)}`);
  }
  const { path, lockFound } = files;
  const count = `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'}`;
  terminal.out(
    mistakes.length > 0
      ? `${count} in ${quoteText(path)}`
      : `no mistakes in ${quoteText(path)}${lockFound ? '' : '; there is no lock file, so aliases were not looked at'}`,
  );
  return exitCode;
};
