import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { formatPolicyError, type PolicyErrors } from '../../core/policy/policy-error.ts';
import type { PolicyFile } from '../../core/policy/policy-file.ts';
import { EMPTY_LOCK, parsePolicyLock, type PolicyLock } from '../../core/policy/policy-lock.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { lockPath } from './lock-path.ts';

export type PolicyFiles = {
  readonly path: string;
  readonly policy: PolicyFile | PolicyErrors;
  readonly lock: PolicyLock | PolicyErrors;
  readonly lockFound: boolean;
};

/** Reads both files; their mistakes are left to whoever asks. */
export const readPolicyFiles = async (
  { readTextFile }: Pick<CliDoor, 'readTextFile'>,
  path: string,
): Promise<PolicyFiles> => {
  const beside = lockPath(path);
  const [policyText, lockText] = [await readTextFile(path), await readTextFile(beside)];
  if (policyText.kind === 'missing') {
    throw new CliError(
      'E_POLICY_NOT_FOUND',
      `there is no policy at ${quoteText(path)}: name it with \`--policy\`, or write a first one with \`sealward policy init\``,
    );
  }
  if (policyText.kind === 'unreadable') throw unreadable(path, policyText.words);
  if (lockText.kind === 'unreadable') throw unreadable(beside, lockText.words);
  const policy = parsePolicy(policyText.text, path);
  const lock = lockText.kind === 'text' ? parsePolicyLock(lockText.text, beside) : undefined;
  return {
    path,
    policy: policy.kind === 'policy' ? policy.file : policy,
    lock: lock === undefined ? EMPTY_LOCK : lock.kind === 'lock' ? lock.lock : lock,
    lockFound: lock !== undefined,
  };
};

/** Both files without a mistake, or all mistakes as one error. */
export const requireValid = ({
  path,
  policy,
  lock,
}: PolicyFiles): { readonly policy: PolicyFile; readonly lock: PolicyLock } => {
  const errors = [
    ...('errors' in policy ? policy.errors : []),
    ...('errors' in lock ? lock.errors : []),
  ];
  if ('errors' in policy || 'errors' in lock) {
    const count = `${errors.length} ${errors.length === 1 ? 'mistake' : 'mistakes'}`;
    throw new CliError(
      'E_POLICY',
      `${count} in the policy ${quoteText(path)}`,
      errors.map(formatPolicyError),
    );
  }
  return { policy, lock };
};

const unreadable = (path: string, words: string): CliError =>
  new CliError('E_FILE', `${quoteText(path)} cannot be read: ${showText(words)}`);
