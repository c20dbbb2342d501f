import { compilePolicy } from '../../core/policy/compile-policy.ts';
import { loadPolicy, type Policy } from '../../core/policy/load-policy.ts';
import { formatPolicyError } from '../../core/policy/policy-error.ts';
import { CliError } from '../cli-error.ts';
import { type PolicyFiles, requireValid } from './read-policy-files.ts';

/** The policy, ready to judge by in one account and Region: the same that a stack there would run. */
export const compileFor = (
  files: PolicyFiles,
  { account, region }: { readonly account: string; readonly region: string },
): Policy => {
  const { policy, lock } = requireValid(files);
  const compiled = compilePolicy(policy, lock, { account, region });
  if (compiled.kind === 'compiled') return loadPolicy(compiled.policy);
  const { errors } = compiled;
  const unpinned = errors.every(({ code }) => code === 'unpinned-alias');
  throw new CliError(
    unpinned ? 'E_POLICY_UNPINNED' : 'E_POLICY',
    unpinned
      ? `the policy names aliases that are not pinned for account \`${account}\` in \`${region}\`: run \`sealward policy pin\``
      : `the policy cannot work for account \`${account}\` in \`${region}\``,
    errors.map(formatPolicyError),
  );
};
