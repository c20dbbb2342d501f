import { describe, expect, it } from '@jest/globals';
import type { KeyAlias } from '../../../core/keys/key-arn.ts';
import type { ObjectFacts } from '../../../core/objects/object-facts.ts';
import type { PlanFacts } from '../../../core/orders/plan-facts.ts';
import { planNeeds } from '../../../core/orders/plan-needs.ts';
import { planRemedy } from '../../../core/orders/plan-remedy.ts';
import type { CompiledRule, Target } from '../../../core/policy/compiled-policy.ts';
import {
  ACCOUNT,
  keyArn,
  makeKey,
  makeObject,
  makeViolation,
  OTHER_ACCOUNT,
  sseKms,
} from '../../made/facts.ts';

const TARGET: Target = {
  keyArn: keyArn('target'),
  alias: 'alias/payroll' as KeyAlias,
  algorithm: 'aws:kms',
  bucketKey: true,
};
const UNNAMED: Target = { keyArn: keyArn('target'), algorithm: 'aws:kms', bucketKey: true };
const TO_DSSE: Target = { ...TARGET, algorithm: 'aws:kms:dsse', bucketKey: false };
const RULE: CompiledRule = {
  id: 'payroll',
  match: {},
  require: {},
  onViolation: 're-encrypt-by-copy',
  target: TARGET,
  rekeyFrom: [],
  severity: 'high',
  mode: 'enforce',
};
const FACTS: PlanFacts = {
  account: ACCOUNT,
  policyHash: 'hash',
  now: new Date('2026-11-24T00:00:00Z'),
  targetKey: makeKey('target'),
  current: true,
  largestCopy: 5 * 1024 ** 3,
};
const denied = (words: string) =>
  ({ kind: 'key-unreadable', cause: 'access-denied', words }) as const;
const versioning = (status: 'enabled' | 'suspended' | 'never') =>
  ({ kind: 'versioning', status, mfaDelete: false }) as const;
const NONE = { kind: 'none' } as const;
const S3 = { kind: 'sse-s3' } as const;
const dsse = (name: string) => ({ kind: 'dsse-kms', keyArn: keyArn(name) }) as const;
const nullVersion = { ref: { bucket: 'b', key: 'k', versionId: 'null' } } as const;

const plan = (
  object: ObjectFacts,
  facts: Partial<PlanFacts> = {},
  rule: Partial<CompiledRule> = {},
) => planRemedy({ ...RULE, ...rule }, makeViolation(), object, { ...FACTS, ...facts });

it('an update says what it is about, why, and under which policy', () => {
  expect(plan(makeObject(S3))).toStrictEqual({
    kind: 'order',
    order: {
      kind: 'update-encryption',
      ref: { bucket: 'payroll-2026', key: 'statements/x.pdf', versionId: 'v1' },
      pin: { kind: 'version', versionId: 'v1' },
      because: makeViolation(),
      policyHash: 'hash',
      to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true },
      intentId: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

it('a copy says so too, and how many bytes it is about', () => {
  expect(plan(makeObject(NONE, { size: 7 }))).toStrictEqual({
    kind: 'order',
    order: {
      kind: 'copy',
      ref: { bucket: 'payroll-2026', key: 'statements/x.pdf', versionId: 'v1' },
      pin: { kind: 'version', versionId: 'v1' },
      because: makeViolation(),
      policyHash: 'hash',
      to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true },
      size: 7,
      intentId: expect.stringMatching(/^[0-9a-f]{64}$/),
    },
  });
});

describe('DSSE-KMS as the target', () => {
  it.each([
    ['copies SSE-KMS, even under the very key', sseKms('target', false), 'copy'],
    ['copies DSSE-KMS from a listed key', dsse('old'), 'copy'],
  ] as const)('%s', (_title, encryption, kind) => {
    const rule = { target: TO_DSSE, rekeyFrom: [keyArn('old')] };
    const facts = { sourceKey: makeKey('old') };
    expect(plan(makeObject(encryption), facts, rule)).toMatchObject({ order: { kind } });
  });

  it('has no remedy for what is under that key already', () => {
    expect(plan(makeObject(dsse('target')), {}, { target: TO_DSSE })).toMatchObject({
      reason: 'no-remedy',
    });
  });
});

describe('a copy that depends on the versions of its bucket', () => {
  it.each([
    ['is made in a versioned bucket', makeObject(NONE), versioning('enabled')],
    [
      'is made onto the null version of a suspended bucket',
      makeObject(NONE, nullVersion),
      versioning('suspended'),
    ],
    [
      'is made where versioning cannot be read: the copy itself is conditional',
      makeObject(NONE),
      { kind: 'versioning-unreadable', words: 'no' },
    ],
  ] as const)('%s', (_title, object, reading) => {
    expect(plan(object, { versioning: reading })).toMatchObject({ order: { kind: 'copy' } });
  });

  it('needs no current version where there are no versions', () => {
    const object = makeObject(NONE, { ref: { bucket: 'b', key: 'k' } });
    const { current: _, ...unasked } = FACTS;
    expect(planRemedy(RULE, makeViolation(), object, unasked)).toMatchObject({
      order: { kind: 'copy', pin: { kind: 'etag' } },
    });
    expect(planNeeds(RULE, object, ACCOUNT)).toStrictEqual(['target-key']);
  });

  it('is in one piece where HEAD told no size', () => {
    const { size: _, ...object } = makeObject(NONE);
    expect(plan(object)).toMatchObject({ order: { kind: 'copy', size: 0 } });
  });
});

describe('what is not re-encrypted, in the words of its report', () => {
  it.each([
    [
      'an object that has no encryption, where no copy is allowed',
      makeObject(NONE),
      {},
      { onViolation: 're-encrypt' },
      'needs-copy',
      'S3 does not update the encryption of an object that has none',
    ],
    [
      'an object that should be DSSE-KMS, where no copy is allowed',
      makeObject(S3),
      {},
      { onViolation: 're-encrypt', target: TO_DSSE },
      'needs-copy',
      'S3 does not update an object to DSSE-KMS',
    ],
    [
      'an older version',
      makeObject(NONE),
      { current: false },
      {},
      'not-current',
      'S3 does not update the encryption of an object that has none',
    ],
    [
      'a version that may be an older one',
      makeObject(NONE),
      {
        current: { kind: 'unreadable', ref: { bucket: 'b', key: 'k' }, cause: 'access-denied' },
      },
      {},
      'current-unreadable',
      'access-denied',
    ],
    [
      'a version of a suspended bucket',
      makeObject(NONE),
      { versioning: versioning('suspended') },
      {},
      'versioning-suspended',
      'S3 does not update the encryption of an object that has none',
    ],
    [
      'an archived object',
      makeObject(NONE, { archived: true, storageClass: 'GLACIER' }),
      {},
      {},
      'archived',
      'storage class `GLACIER`',
    ],
    [
      'an object whose target is a key of another account, where no copy is allowed',
      makeObject(S3),
      { targetKey: makeKey('target', { arn: keyArn('target', OTHER_ACCOUNT) }) },
      { onViolation: 're-encrypt', target: { ...TARGET, keyArn: keyArn('target', OTHER_ACCOUNT) } },
      'needs-copy',
      'S3 does not update an object to a key of another account',
    ],
    [
      'DSSE-KMS',
      makeObject(dsse('target')),
      {},
      {},
      'stronger-than-target',
      'DSSE-KMS is never downgraded to SSE-KMS',
    ],
    [
      'an object as the target asks',
      makeObject(sseKms('target')),
      {},
      {},
      'no-remedy',
      `already under \`${keyArn('target')}\`, as the target asks`,
    ],
    [
      'an object under a key that nobody read',
      makeObject(sseKms('old')),
      {},
      {},
      'source-key-unusable',
      `key \`${keyArn('old')}\` cannot be read: it was not asked for`,
    ],
    [
      'an object under a key that cannot be read',
      makeObject(sseKms('old')),
      { sourceKey: denied('no') },
      { rekeyFrom: [keyArn('old')] },
      'source-key-unusable',
      `key \`${keyArn('old')}\` cannot be read: no`,
    ],
    [
      'an object under a disabled key',
      makeObject(sseKms('old')),
      { sourceKey: makeKey('old', { state: 'Disabled' }) },
      {},
      'source-key-unusable',
      `key \`${keyArn('old')}\` is in state \`Disabled\``,
    ],
    [
      'an object under the key of another account',
      makeObject({ kind: 'dsse-kms', keyArn: keyArn('old', OTHER_ACCOUNT) }),
      {},
      { target: TO_DSSE },
      'source-key-unusable',
      `key \`${keyArn('old', OTHER_ACCOUNT)}\` belongs to account \`${OTHER_ACCOUNT}\``,
    ],
    [
      'an object under a key that the rule does not list',
      makeObject(sseKms('old')),
      { sourceKey: makeKey('old') },
      { rekeyFrom: [keyArn('old2')] },
      'source-key-not-listed',
      `key \`${keyArn('old')}\` is not in this rule's \`rekey-from\``,
    ],
    [
      'a target that is disabled',
      makeObject(S3),
      { targetKey: makeKey('target', { state: 'Disabled' }) },
      {},
      'target-key-unusable',
      `key \`${keyArn('target')}\` is in state \`Disabled\``,
    ],
    [
      'a target whose alias cannot be read',
      makeObject(S3),
      { targetKey: denied('no') },
      {},
      'target-key-unusable',
      '`alias/payroll` cannot be read: no',
    ],
    [
      'a target without alias that cannot be read',
      makeObject(S3),
      { targetKey: denied('no') },
      { target: UNNAMED },
      'target-key-unusable',
      `\`${keyArn('target')}\` cannot be read: no`,
    ],
    [
      'an alias that moved',
      makeObject(S3),
      { targetKey: makeKey('new') },
      {},
      'alias-moved',
      `\`alias/payroll\` is pinned to \`${keyArn('target')}\` but now names \`${keyArn('new')}\``,
    ],
    [
      'a replicated object of a bucket that leaves SSE-KMS behind',
      makeObject(S3, { replication: 'completed' }),
      { replication: { kind: 'leaves-sse-kms' } },
      {},
      'would-break-replication',
      'the bucket replicates without SSE-KMS objects',
    ],
    [
      'a replicated object of a bucket that cannot be asked',
      makeObject(S3, { replication: 'completed' }),
      { replication: { kind: 'replication-unreadable', words: 'no' } },
      {},
      'would-break-replication',
      'not known to be safe: no',
    ],
    [
      'a replicated object of a bucket that was not asked',
      makeObject(S3, { replication: 'failed' }),
      {},
      {},
      'would-break-replication',
      'not known to be safe: it was not asked for',
    ],
  ] as const)('%s', (_title, object, facts, rule, reason, detail) => {
    expect(plan(object, facts, rule)).toStrictEqual({ kind: 'report', reason, detail });
  });

  it('an archived object of which HEAD told no class', () => {
    const { storageClass: _, ...object } = makeObject(NONE, { archived: true });
    expect(plan(object)).toMatchObject({ detail: 'storage class `unknown`' });
  });

  it('a target that nobody read', () => {
    const { targetKey: _, ...unasked } = FACTS;
    expect(planRemedy(RULE, makeViolation(), makeObject(S3), unasked)).toStrictEqual({
      kind: 'report',
      reason: 'target-key-unusable',
      detail: '`alias/payroll` cannot be read: it was not asked for',
    });
  });

  it('a version under SSE-C, whatever pins it, and nothing that nothing pins', () => {
    const report = { kind: 'report', reason: 'customer-key-unknown' };
    expect(plan(makeObject({ kind: 'sse-c' }))).toStrictEqual(report);
    const { etag: _, ...untold } = makeObject(S3, { ref: { bucket: 'b', key: 'k' } });
    expect(plan(untold)).toStrictEqual(report);
    const { lastModified: __, ...undated } = makeObject(S3, { ref: { bucket: 'b', key: 'k' } });
    expect(plan(undated)).toStrictEqual(report);
  });
});

it('a rule that re-encrypts without a target is no compiled policy', () => {
  const { target: _, ...rule } = RULE;
  expect(() => planRemedy(rule, makeViolation(), makeObject(S3), FACTS)).toThrow(
    'rule `payroll` re-encrypts without a target: not a compiled policy',
  );
});
