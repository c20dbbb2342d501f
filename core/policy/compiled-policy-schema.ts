import * as z from 'zod/mini';
import { listUntilFlaw } from '../list-until-flaw.ts';
import { parseKeyAlias, parseKeyArn, type KeyAlias, type KeyArn } from '../keys/key-arn.ts';

// zod/mini: this goes into every bundle, where the whole of zod would weigh five times as much.

const isText = (value: unknown): value is string => typeof value === 'string';

const KEY_ARN = z.custom<KeyArn>((value) => isText(value) && parseKeyArn(value) !== undefined);
const KEY_ALIAS = z.custom<KeyAlias>(
  (value) => isText(value) && parseKeyAlias(value) !== undefined,
);
const TEXT = z.string().check(z.minLength(1));
const TAGS = z.record(z.string(), z.string());

const SCOPE = {
  buckets: z.exactOptional(listUntilFlaw(TEXT)),
  objects: z.exactOptional(listUntilFlaw(TEXT)),
};

const RULE = z.strictObject({
  id: TEXT,
  match: z.strictObject({
    ...SCOPE,
    objectTags: z.exactOptional(TAGS),
    bucketTags: z.exactOptional(TAGS),
  }),
  require: z.strictObject({
    encryption: z.exactOptional(listUntilFlaw(z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']))),
    kmsKey: z.exactOptional(listUntilFlaw(KEY_ARN)),
    keyManager: z.exactOptional(z.enum(['customer', 'aws'])),
    keyAccount: z.exactOptional(z.union([z.literal('same'), listUntilFlaw(TEXT)])),
    bucketKey: z.exactOptional(z.boolean()),
    keyRotation: z.exactOptional(z.literal(true)),
  }),
  onViolation: z.enum(['report', 're-encrypt', 're-encrypt-by-copy', 'isolate', 'quarantine']),
  target: z.exactOptional(
    z.strictObject({
      keyArn: KEY_ARN,
      alias: z.exactOptional(KEY_ALIAS),
      algorithm: z.enum(['aws:kms', 'aws:kms:dsse']),
      bucketKey: z.boolean(),
    }),
  ),
  rekeyFrom: listUntilFlaw(KEY_ARN),
  severity: z.enum(['informational', 'low', 'medium', 'high', 'critical']),
  mode: z.enum(['observe', 'enforce']),
});

const EXEMPTION = z.strictObject({
  id: TEXT,
  match: z.strictObject(SCOPE),
  reason: TEXT,
  owner: TEXT,
  ticket: z.exactOptional(TEXT),
  expires: z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/)),
});

/** The shape of `policy.json`, as far as code relies on it; `policyHash` vouches for the rest. */
export const compiledPolicySchema = z.strictObject({
  version: z.literal(1),
  policyHash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  rules: listUntilFlaw(RULE).check(
    z.minLength(1),
    z.refine((rules) => rules.at(-1)?.id === 'defaults'), // so that some rule always governs
  ),
  exemptions: listUntilFlaw(EXEMPTION),
  pins: listUntilFlaw(z.strictObject({ alias: KEY_ALIAS, keyArn: KEY_ARN })),
});
