import type { Encryption } from '../../core/objects/encryption.ts';
import { type KeyArn, parseKeyArn } from '../../core/keys/key-arn.ts';
import type { KeyFacts } from '../../core/keys/key-facts.ts';
import type { ObjectFacts } from '../../core/objects/object-facts.ts';
import type { Violation } from '../../core/judge/verdict.ts';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const REGION = 'eu-west-1';

/** The ARN of a key with a readable name; the real ones are UUIDs, and nothing may depend on that. */
export const keyArn = (name: string, account = ACCOUNT): KeyArn => {
  const arn = parseKeyArn(`arn:aws:kms:${REGION}:${account}:key/${name}`);
  if (arn === undefined) {
    throw new Error(`not usable in a key ARN: \`${name}\``);
  }
  return arn;
};

export const sseKms = (name: string, bucketKey = true): Encryption => ({
  kind: 'sse-kms',
  keyArn: keyArn(name),
  bucketKey,
});

export const makeKey = (name: string, facts: Partial<KeyFacts> = {}): KeyFacts => ({
  kind: 'key',
  arn: keyArn(name),
  manager: 'customer',
  state: 'Enabled',
  spec: 'SYMMETRIC_DEFAULT',
  usage: 'ENCRYPT_DECRYPT',
  origin: 'AWS_KMS',
  multiRegion: false,
  ...facts,
});

export const makeObject = (
  encryption: Encryption,
  facts: Partial<Omit<ObjectFacts, 'kind' | 'encryption'>> = {},
): ObjectFacts => ({
  kind: 'object',
  ref: { bucket: 'payroll-2026', key: 'statements/x.pdf', versionId: 'v1' },
  encryption,
  etag: '6f5902ac237024bdd0c176cb93063dc4',
  lastModified: new Date('2026-11-20T09:15:02Z'),
  size: 184_662,
  storageClass: 'STANDARD',
  archived: false,
  ...facts,
});

export const makeViolation = (facts: Partial<Violation> = {}): Violation => ({
  kind: 'violation',
  rule: 'payroll',
  severity: 'high',
  requirement: 'encryption',
  expected: ['aws:kms'],
  found: 'AES256',
  also: [],
  undecided: [],
  ...facts,
});
