import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lockPath } from '../../../cli/policy/lock-path.ts';
import { EMPTY_LOCK, pinAliases, serialisePolicyLock } from '../../../core/policy/policy-lock.ts';
import { type DemoKeys, pinsOf } from './keys.ts';

/** The policy that the demo's stack enforces: one rule for each thing that can follow. */
export const DEMO_POLICY = `version: 1
mode: enforce
defaults:
  require: { encryption: [aws:kms], key-manager: customer }
  on-violation: report
rules:
  - id: payroll
    match: { buckets: [payroll, payroll-*] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/payroll], bucket-key: true }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
    rekey-from: [alias/payroll-2019]
  - id: personal
    match: { buckets: [shared], object-tags: { data: personal } }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
  - id: campaigns
    match: { buckets: [campaigns] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll, bucket-key: true }
    mode: observe
  - id: evidence
    match: { buckets: [evidence] }
    require: { encryption: [aws:kms], kms-key: [alias/payroll] }
    on-violation: quarantine
    severity: high
exemptions:
  - id: etl-landing
    match: { buckets: [etl-landing] }
    reason: vendor tool cannot send SSE-KMS
    owner: data-platform
    ticket: SEC-412
    expires: 2099-12-31
`;

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
