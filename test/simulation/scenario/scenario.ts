import type { Policy } from '../../../core/policy/load-policy.ts';
import type { AwsModel } from '../../../local/model/state.ts';

/**
 * What the policy does with a bucket's objects; the bucket's name begins with it.
 * - `update`: SSE-KMS or DSSE-KMS under MAIN with bucket key, else re-encrypted; rekey-from [OLD]
 * - `copy`: SSE-KMS or DSSE-KMS under MAIN, bucket key not asked, else re-encrypted, by copy where it must be; rekey-from []
 * - `dual`: DSSE-KMS under MAIN, re-encrypt-by-copy
 * - `move`: any SSE-KMS or DSSE-KMS under MAIN, else quarantine
 * - `isolate`: the same, else isolate
 * - `tagged`: objects tagged `team=pay` as `update`; all others only any encryption (always met but `none`), else report
 * - `exempt`: as `update`, but exempted until EXEMPT_UNTIL
 * - `report`: as `move`, but only reported
 */
export const FAMILIES = [
  'update',
  'copy',
  'dual',
  'move',
  'isolate',
  'tagged',
  'exempt',
  'report',
] as const;
export type Family = (typeof FAMILIES)[number];

/** Versioning is the second word of a bucket's name: `update-on`, `update-off` (never had it), `update-suspended`. */
export type Versioning = 'on' | 'off' | 'suspended';

export type Keys = {
  readonly main: string; // ARN: what policy wants everywhere
  readonly old: string; // rekey-from of `update`
  readonly foreign: string; // ours, but in no rule
  readonly alike: string; // its ARN begins or ends like that of main: no substring of the other is right
  readonly elsewhere: string; // of another account
  readonly quarantine: string; // of the stack
};

/** What stays the same through one run. Policies differ only in `mode` of a rule, what a family does, or a key. */
export type Scenario = {
  readonly account: string;
  readonly region: string;
  readonly start: AwsModel;
  readonly startedAt: number; // epoch ms
  readonly policies: readonly [Policy, ...Policy[]]; // the first is deployed at the start
  readonly keys: Keys;
  readonly exemptUntil: number; // epoch ms
  readonly ownBuckets: readonly string[]; // audit, quarantine
  readonly quarantineBucket: string;
  readonly largestCopy: number; // bytes: above it, copies go in parts
  readonly leastPartBytes: number; // S3's is 5 MiB
};

export const familyOf = (bucket: string): Family | undefined =>
  FAMILIES.find((family) => bucket.startsWith(`${family}-`));
