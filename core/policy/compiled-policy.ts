import type { KeyAlias, KeyArn } from '../keys/key-arn.ts';

export type Mode = 'observe' | 'enforce';
export type Severity = 'informational' | 'low' | 'medium' | 'high' | 'critical';
export type OnViolation = 'report' | 're-encrypt' | 're-encrypt-by-copy' | 'isolate' | 'quarantine';

/** The values of the `x-amz-server-side-encryption` header that a rule may ask for. */
export type SseAlgorithm = 'AES256' | 'aws:kms' | 'aws:kms:dsse';

/** What a rule asks. An absent member asks nothing. */
export type Requirements = {
  readonly encryption?: readonly SseAlgorithm[];
  readonly kmsKey?: readonly KeyArn[]; // aliases already pinned to ARNs
  readonly keyManager?: 'customer' | 'aws';
  readonly keyAccount?: 'same' | readonly string[]; // 12-digit account ids
  readonly bucketKey?: boolean;
  readonly keyRotation?: true;
};

/** Globs: `*` stops at `/`, `**` does not, `?` is one character but `/`. An absent member matches everything. */
export type Match = {
  readonly buckets?: readonly string[];
  readonly objects?: readonly string[];
};

/** Rules, unlike exemptions, may also match on tags: every tag named must have the value named. */
export type RuleMatch = Match & {
  readonly objectTags?: Readonly<Record<string, string>>;
  readonly bucketTags?: Readonly<Record<string, string>>;
};

export type Target = {
  readonly keyArn: KeyArn;
  readonly alias?: KeyAlias; // as the policy named it: watched for moving elsewhere
  readonly algorithm: 'aws:kms' | 'aws:kms:dsse';
  readonly bucketKey: boolean; // always false for aws:kms:dsse, which has no bucket keys
};

export type CompiledRule = {
  readonly id: string; // `defaults` for the last one, which matches everything
  readonly match: RuleMatch;
  readonly require: Requirements;
  readonly onViolation: OnViolation;
  readonly target?: Target; // present whenever onViolation re-encrypts
  readonly rekeyFrom: readonly KeyArn[];
  readonly severity: Severity;
  readonly mode: Mode;
};

export type CompiledExemption = {
  readonly id: string;
  readonly match: Match;
  readonly reason: string;
  readonly owner: string;
  readonly ticket?: string;
  readonly expires: string; // `YYYY-MM-DD`: works to the end of that day, UTC
};

/** An alias that the policy names, and the key it was pinned to. */
export type Pin = { readonly alias: KeyAlias; readonly keyArn: KeyArn };

/**
 * The policy as it ships beside each bundle in `policy.json`: plain JSON data, every alias pinned,
 * every default filled in. `rules` ends with the `defaults` rule, so that some rule always governs.
 */
export type CompiledPolicy = {
  readonly version: 1;
  readonly policyHash: string; // fingerprint of all the rest: 64 hex digits
  readonly rules: readonly CompiledRule[];
  readonly exemptions: readonly CompiledExemption[];
  readonly pins: readonly Pin[];
};
