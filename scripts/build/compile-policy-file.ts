import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { lockPath } from '../../cli/policy/lock-path.ts';
import { compilePolicy } from '../../core/policy/compile-policy.ts';
import type { CompiledPolicy } from '../../core/policy/compiled-policy.ts';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { formatPolicyError, type PolicyErrors } from '../../core/policy/policy-error.ts';
import { EMPTY_LOCK, parsePolicyLock } from '../../core/policy/policy-lock.ts';
import type { CompileFor } from '../../core/policy/resolve-keys.ts';
import { BuildError } from './build-error.ts';

// With no such file: undefined. Every other failure is thrown.
const readIfThere = async (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

const orFail = <T extends { readonly kind: string }>(result: T | PolicyErrors): T => {
  if (!('errors' in result)) return result;
  throw new BuildError(result.errors.map(formatPolicyError).join('\n'));
};

const shown = (path: string): string => relative(process.cwd(), path);

/** The policy file and the lock beside it, compiled for one Region; a BuildError lists every mistake in them. */
export const compilePolicyFile = async (
  path: string,
  where: CompileFor,
): Promise<CompiledPolicy> => {
  const text = await readIfThere(path);
  if (text === undefined) {
    throw new BuildError(
      `no policy at \`${shown(path)}\`: write one with \`sealward policy init\`, or name it with \`--param policy=…\``,
    );
  }
  const { file } = orFail(parsePolicy(text, shown(path)));
  const beside = lockPath(path);
  const lockText = await readIfThere(beside);
  const lock =
    lockText === undefined ? EMPTY_LOCK : orFail(parsePolicyLock(lockText, shown(beside))).lock;
  return orFail(compilePolicy(file, lock, where)).policy;
};
