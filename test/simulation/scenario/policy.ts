import type { Policy } from '../../../core/policy/load-policy.ts';
import { makePolicy } from '../../made/policy.ts';
import { EMPTY_LOCK, type PolicyLock } from '../../../core/policy/policy-lock.ts';
import type { KeyAlias } from '../../../core/keys/key-arn.ts';
import { parseKeyArn } from '../../../core/keys/key-arn.ts';
import { ACCOUNT, REGION } from '../../made/facts.ts';
import type { Keys } from './scenario.ts';

/** What one version of the policy may do otherwise. */
export type PolicyTwist = {
  readonly update?: 're-encrypt' | 'report';
  readonly move?: 'quarantine' | 'report' | 'isolate';
  readonly observe?: boolean; // the rule `copy`
};

const text = (keys: Keys, exemptUntil: string, twist: PolicyTwist): string => `
version: 1
mode: enforce
defaults:
  require: { encryption: [AES256, aws:kms, aws:kms:dsse] }
  on-violation: report
rules:
  - id: update
    match: { buckets: ["update-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main], bucket-key: true }
    on-violation: ${twist.update ?? 're-encrypt'}
    ${(twist.update ?? 're-encrypt') === 're-encrypt' ? `target: { kms-key: alias/main, bucket-key: true }\n    rekey-from: ["${keys.old}"]` : ''}
    severity: high
  - id: copy
    match: { buckets: ["copy-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/main }
    ${twist.observe === true ? 'mode: observe' : ''}
  - id: dual
    match: { buckets: ["dual-*"] }
    require: { encryption: [aws:kms:dsse], kms-key: [alias/main] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/main, encryption: aws:kms:dsse }
  - id: move
    match: { buckets: ["move-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main] }
    on-violation: ${twist.move ?? 'quarantine'}
  - id: isolate
    match: { buckets: ["isolate-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main] }
    on-violation: isolate
  - id: tagged
    match: { buckets: ["tagged-*"], object-tags: { team: pay } }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main], bucket-key: true }
    on-violation: re-encrypt
    target: { kms-key: alias/main, bucket-key: true }
  - id: exempt
    match: { buckets: ["exempt-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main], bucket-key: true }
    on-violation: re-encrypt
    target: { kms-key: alias/main, bucket-key: true }
    rekey-from: ["${keys.old}"]
  - id: report
    match: { buckets: ["report-*"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/main], key-manager: customer, key-rotation: true }
    on-violation: report
exemptions:
  - id: vendor
    match: { buckets: ["exempt-*"] }
    reason: a vendor's tool cannot send SSE-KMS
    owner: simulation
    ticket: SIM-1
    expires: ${exemptUntil}
`;

const lockOf = (keys: Keys): PolicyLock => ({
  ...EMPTY_LOCK,
  pins: [
    {
      account: ACCOUNT,
      region: REGION,
      alias: 'alias/main' as KeyAlias,
      keyArn: parseKeyArn(keys.main) ?? failed(),
    },
  ],
});

const failed = (): never => {
  throw new Error('no key ARN');
};

/** `exemptUntil` is a date such as 2026-12-01. */
export const simulatedPolicy = (keys: Keys, exemptUntil: string, twist: PolicyTwist): Policy =>
  makePolicy(text(keys, exemptUntil, twist), lockOf(keys));
