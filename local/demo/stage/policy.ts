import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockPath } from '../../../cli/policy/lock-path.ts';
import { EMPTY_LOCK, pinAliases, serialisePolicyLock } from '../../../core/policy/policy-lock.ts';
import { DEMO_POLICY } from './demo-policy.ts';
import { type DemoKeys, pinsOf } from './keys.ts';

/** Writes the policy and its lock file, as a deployer has them beside serverless.yml. Answers the policy's path. */
export const writePolicy = async (
  folder: string,
  keys: DemoKeys,
  { account, region }: { readonly account: string; readonly region: string },
): Promise<string> => {
  const path = join(folder, 'sealward.policy.yaml');
  const lock = pinAliases(EMPTY_LOCK, pinsOf(keys, account, region));
  await writeFile(path, DEMO_POLICY);
  await writeFile(lockPath(path), serialisePolicyLock(lock));
  return path;
};
