import { describe, expect, it } from '@jest/globals';
import type { KeyAlias } from '../../../core/keys/key-arn.ts';
import type { Encryption } from '../../../core/objects/encryption.ts';
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
const RULE: CompiledRule = {
  id: 'payroll',
  match: {},
  require: { encryption: ['aws:kms'] },
  onViolation: 're-encrypt',
  target: TARGET,
  rekeyFrom: [keyArn('old')],
  severity: 'high',
  mode: 'enforce',
};
const { target: _target, ...RULE_WITHOUT_TARGET } = RULE;
const BY_COPY: CompiledRule = { ...RULE, onViolation: 're-encrypt-by-copy' };
const QUARANTINE: CompiledRule = { ...RULE, onViolation: 'quarantine' };
const TO_DSSE: Target = { ...TARGET, algorithm: 'aws:kms:dsse', bucketKey: false };
const TO_FOREIGN: Target = { ...TARGET, keyArn: keyArn('target', OTHER_ACCOUNT) };
const LARGEST_COPY = 5 * 1024 ** 3; // bytes
const FACTS: PlanFacts = {
  account: ACCOUNT,
  policyHash: 'hash',
  now: new Date('2026-11-24T00:00:00Z'),
  targetKey: makeKey('target'),
  largestCopy: LARGEST_COPY,
};

const S3: Encryption = { kind: 'sse-s3' };
const NONE: Encryption = { kind: 'none' };
const SSE_C: Encryption = { kind: 'sse-c' };
const DSSE: Encryption = { kind: 'dsse-kms', keyArn: keyArn('target') };
const OLD = sseKms('old');
const UNDER_OLD = { ...FACTS, sourceKey: makeKey('old') };
const CURRENT = { ...FACTS, current: true };
const retained = (mode: 'GOVERNANCE' | 'COMPLIANCE', until: string) =>
  ({ lock: { mode, retainUntil: new Date(until), legalHold: false } }) as const;

const plan = (rule: CompiledRule, object: ObjectFacts, facts: PlanFacts) =>
  planRemedy(rule, makeViolation(), object, facts);

describe('an object that the rule can have re-encrypted', () => {
  it.each([
    ['SSE-S3', RULE, makeObject(S3), FACTS],
    ['SSE-S3, of any size', RULE, makeObject(S3, { size: 48 * 1024 ** 4 }), FACTS],
    ['SSE-S3, archived', RULE, makeObject(S3, { archived: true, storageClass: 'GLACIER' }), FACTS],
    ['SSE-S3, an older version', RULE, makeObject(S3), { ...FACTS, current: false }],
    [
      'aws/s3',
      RULE,
      makeObject(sseKms('aws')),
      { ...FACTS, sourceKey: makeKey('aws', { manager: 'aws' }) },
    ],
    ['a key listed in rekey-from', RULE, makeObject(OLD), UNDER_OLD],
    [
      'the right key with the wrong bucket-key flag',
      RULE,
      makeObject(sseKms('target', false)),
      FACTS,
    ],
    ['a replica', RULE, makeObject(S3, { replication: 'replica' }), FACTS],
    [
      'replicated, SSE-KMS taken along',
      RULE,
      makeObject(S3, { replication: 'completed' }),
      { ...FACTS, replication: { kind: 'takes-sse-kms' } },
    ],
    [
      'a retention that has passed',
      RULE,
      makeObject(S3, retained('COMPLIANCE', '2026-11-23T00:00:00Z')),
      FACTS,
    ],
    ['SSE-S3, where copying is allowed but not needed', BY_COPY, makeObject(S3), FACTS],
  ] as const)('%s: is updated in place', (_title, rule, object, facts) => {
    expect(plan(rule, object, facts)).toMatchObject({
      kind: 'order',
      order: {
        kind: 'update-encryption',
        ref: object.ref,
        pin: { kind: 'version', versionId: 'v1' },
        to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true },
      },
    });
  });

  it.each([
    ['unencrypted', BY_COPY, makeObject(NONE), CURRENT, 'copy'],
    [
      'unencrypted, exactly 5 GB',
      BY_COPY,
      makeObject(NONE, { size: LARGEST_COPY }),
      CURRENT,
      'copy',
    ],
    [
      'unencrypted, one byte more',
      BY_COPY,
      makeObject(NONE, { size: LARGEST_COPY + 1 }),
      CURRENT,
      'copy-in-parts',
    ],
    [
      'SSE-S3 to a key of another account',
      { ...BY_COPY, target: TO_FOREIGN },
      makeObject(S3),
      { ...CURRENT, targetKey: makeKey('target', { arn: TO_FOREIGN.keyArn }) },
      'copy',
    ],
    ['SSE-S3 to DSSE-KMS', { ...BY_COPY, target: TO_DSSE }, makeObject(S3), CURRENT, 'copy'],
  ] as const)('%s: is copied, where the rule allows it', (_title, rule, object, facts, kind) => {
    expect(plan(rule, object, facts)).toMatchObject({ kind: 'order', order: { kind } });
  });
});

describe('an object that is only reported, and why', () => {
  it.each([
    [
      'the rule reports',
      { ...RULE, onViolation: 'report' },
      makeObject(S3),
      FACTS,
      'policy-says-report',
    ],
    ['no encryption, update only', RULE, makeObject(NONE), FACTS, 'needs-copy'],
    [
      'a target in another account, update only',
      { ...RULE, target: TO_FOREIGN },
      makeObject(S3),
      { ...FACTS, targetKey: makeKey('target', { arn: TO_FOREIGN.keyArn }) },
      'needs-copy',
    ],
    [
      'DSSE-KMS wanted, update only',
      { ...RULE, target: TO_DSSE },
      makeObject(S3),
      FACTS,
      'needs-copy',
    ],
    [
      'an older version that needs a copy',
      BY_COPY,
      makeObject(NONE),
      { ...FACTS, current: false },
      'not-current',
    ],
    ['a version not known to be current', BY_COPY, makeObject(NONE), FACTS, 'not-current'],
    [
      'a copy in a suspended bucket, which would overwrite the null version',
      BY_COPY,
      makeObject(NONE),
      { ...CURRENT, versioning: { kind: 'versioning', status: 'suspended', mfaDelete: false } },
      'versioning-suspended',
    ],
    [
      'archived, and it needs a copy',
      BY_COPY,
      makeObject(NONE, { archived: true }),
      CURRENT,
      'archived',
    ],
    [
      'retained',
      RULE,
      makeObject(S3, retained('GOVERNANCE', '2027-01-01T00:00:00Z')),
      FACTS,
      'object-lock',
    ],
    ['a legal hold', RULE, makeObject(S3, { lock: { legalHold: true } }), FACTS, 'object-lock'],
    [
      'a disabled source key',
      RULE,
      makeObject(OLD),
      { ...FACTS, sourceKey: makeKey('old', { state: 'Disabled' }) },
      'source-key-unusable',
    ],
    [
      'a source key pending deletion',
      RULE,
      makeObject(OLD),
      { ...FACTS, sourceKey: makeKey('old', { state: 'PendingDeletion' }) },
      'source-key-unusable',
    ],
    [
      'a source key that cannot be read',
      RULE,
      makeObject(OLD),
      { ...FACTS, sourceKey: { kind: 'key-unreadable', cause: 'access-denied', words: 'no' } },
      'source-key-unusable',
    ],
    [
      'a source key of another account',
      RULE,
      makeObject({ kind: 'sse-kms', keyArn: keyArn('old', OTHER_ACCOUNT), bucketKey: true }),
      UNDER_OLD,
      'source-key-unusable',
    ],
    [
      'a customer key that is not in rekey-from',
      RULE,
      makeObject(sseKms('mine')),
      { ...FACTS, sourceKey: makeKey('mine') },
      'source-key-not-listed',
    ],
    [
      'a key whose id starts like one in rekey-from',
      RULE,
      makeObject(sseKms('old2')),
      { ...FACTS, sourceKey: makeKey('old2') },
      'source-key-not-listed',
    ],
    ['SSE-C', RULE, makeObject(SSE_C), FACTS, 'customer-key-unknown'],
    ['DSSE-KMS, never downgraded', BY_COPY, makeObject(DSSE), CURRENT, 'stronger-than-target'],
    [
      'a disabled target key',
      RULE,
      makeObject(S3),
      { ...FACTS, targetKey: makeKey('target', { state: 'Disabled' }) },
      'target-key-unusable',
    ],
    [
      'an asymmetric target key',
      RULE,
      makeObject(S3),
      { ...FACTS, targetKey: makeKey('target', { spec: 'RSA_2048' }) },
      'target-key-unusable',
    ],
    [
      'a target key that cannot be read',
      RULE,
      makeObject(S3),
      { ...FACTS, targetKey: { kind: 'key-unreadable', cause: 'not-found', words: 'no' } },
      'target-key-unusable',
    ],
    [
      'an alias that moved, and uploads that followed it',
      RULE,
      makeObject(sseKms('elsewhere')),
      { ...FACTS, sourceKey: makeKey('elsewhere'), targetKey: makeKey('elsewhere') },
      'alias-moved',
    ],
    [
      'an alias that moved to a key of another account, and uploads that followed it',
      RULE,
      makeObject({
        kind: 'sse-kms',
        keyArn: keyArn('elsewhere', OTHER_ACCOUNT),
        bucketKey: true,
      }),
      { ...FACTS, targetKey: makeKey('elsewhere', { arn: keyArn('elsewhere', OTHER_ACCOUNT) }) },
      'alias-moved',
    ],
    [
      'an alias that moved',
      RULE,
      makeObject(S3),
      { ...FACTS, targetKey: makeKey('elsewhere') },
      'alias-moved',
    ],
    [
      'replication without SSE-KMS',
      RULE,
      makeObject(S3, { replication: 'completed' }),
      { ...FACTS, replication: { kind: 'leaves-sse-kms' } },
      'would-break-replication',
    ],
    [
      'replication that cannot be read',
      RULE,
      makeObject(S3, { replication: 'failed' }),
      { ...FACTS, replication: { kind: 'replication-unreadable', words: 'no' } },
      'would-break-replication',
    ],
    [
      'already as the target asks, for instance without rotation',
      RULE,
      makeObject(sseKms('target')),
      FACTS,
      'no-remedy',
    ],
  ] as const)('%s', (_title, rule, object, facts, reason) => {
    expect(plan(rule, object, facts)).toMatchObject({ kind: 'report', reason });
  });

  it('names the date on which a retention ends', () => {
    const object = makeObject(S3, retained('COMPLIANCE', '2027-01-01T00:00:00Z'));
    expect(plan(RULE, object, FACTS)).toMatchObject({
      detail: 'retained in COMPLIANCE mode until 2027-01-01T00:00:00.000Z',
    });
  });
});

it('waits while an object is being replicated', () => {
  const object = makeObject(S3, { replication: 'pending' });
  expect(plan(RULE, object, FACTS)).toEqual({
    kind: 'wait',
    reason: 'replication-pending',
    seconds: 900,
  });
});

describe('quarantine', () => {
  const VERSIONED: PlanFacts = {
    ...FACTS,
    versioning: { kind: 'versioning', status: 'enabled', mfaDelete: false },
  };
  const bucket = (status: 'enabled' | 'suspended' | 'never', mfaDelete = false): PlanFacts => ({
    ...FACTS,
    versioning: { kind: 'versioning', status, mfaDelete },
  });
  it.each([
    ['a readable version is moved', makeObject(S3), VERSIONED, 'move'],
    ['a version in a suspended bucket is isolated', makeObject(S3), bucket('suspended'), 'isolate'],
    ['a version under MFA delete is isolated', makeObject(S3), bucket('enabled', true), 'isolate'],
    [
      'a version in a bucket whose versioning cannot be read is isolated',
      makeObject(S3),
      { ...FACTS, versioning: { kind: 'versioning-unreadable', words: 'AccessDenied: no' } },
      'isolate',
    ],
    [
      'an object of a never-versioned bucket is moved',
      makeObject(S3, { ref: { bucket: 'b', key: 'k' } }),
      bucket('never'),
      'move',
    ],
    [
      'a version under a usable key is moved',
      makeObject(OLD),
      { ...VERSIONED, ...UNDER_OLD },
      'move',
    ],
    [
      'the null version of a suspended bucket is isolated',
      makeObject(S3, { ref: { bucket: 'b', key: 'k', versionId: 'null' } }),
      VERSIONED,
      'isolate',
    ],
    [
      'a locked version is isolated',
      makeObject(S3, retained('GOVERNANCE', '2027-01-01T00:00:00Z')),
      VERSIONED,
      'isolate',
    ],
    ['an archived version is isolated', makeObject(S3, { archived: true }), VERSIONED, 'isolate'],
    ['an SSE-C version is isolated', makeObject(SSE_C), VERSIONED, 'isolate'],
    [
      'a version whose key is disabled is isolated',
      makeObject(OLD),
      { ...VERSIONED, sourceKey: makeKey('old', { state: 'Disabled' }) },
      'isolate',
    ],
  ] as const)('%s', (_title, object, facts, kind) => {
    expect(plan(QUARANTINE, object, facts)).toMatchObject({ kind: 'order', order: { kind } });
  });

  it('is not what a rule that isolates leads to, however well an object could be moved', () => {
    const isolate: CompiledRule = { ...RULE, onViolation: 'isolate' };
    expect(plan(isolate, makeObject(S3), VERSIONED)).toMatchObject({ order: { kind: 'isolate' } });
  });

  it('is not ordered again for what carries our marker tag', () => {
    const locked = makeObject(S3, retained('COMPLIANCE', '2027-01-01T00:00:00Z'));
    expect(plan(QUARANTINE, locked, { ...VERSIONED, isolated: true })).toEqual({
      kind: 'report',
      reason: 'already-isolated',
    });
    const isolate: CompiledRule = { ...RULE, onViolation: 'isolate' };
    expect(plan(isolate, makeObject(S3), { ...FACTS, isolated: true })).toMatchObject({
      reason: 'already-isolated',
    });
  });

  it('still moves what was isolated before it could be moved', () => {
    expect(plan(QUARANTINE, makeObject(S3), { ...VERSIONED, isolated: true })).toMatchObject({
      order: { kind: 'move' },
    });
  });

  it('waits while the object is being replicated: deleted, it would be missing there', () => {
    const object = makeObject(S3, { replication: 'pending' });
    expect(plan(QUARANTINE, object, VERSIONED)).toMatchObject({ kind: 'wait', seconds: 900 });
  });

  it('reports what nothing pins', () => {
    const object = {
      kind: 'object',
      ref: { bucket: 'b', key: 'k' },
      encryption: SSE_C,
      archived: false,
    } as const;
    expect(plan(QUARANTINE, object, FACTS)).toMatchObject({ reason: 'customer-key-unknown' });
  });
});

describe('what planning asks to be read', () => {
  it.each([
    ['nothing for a rule that reports', { ...RULE, onViolation: 'report' }, makeObject(OLD), []],
    [
      'the present key, the bucket and our tag to quarantine',
      QUARANTINE,
      makeObject(OLD),
      ['source-key', 'versioning', 'isolated'],
    ],
    [
      'the present key to quarantine without a target',
      { ...RULE_WITHOUT_TARGET, onViolation: 'quarantine' },
      makeObject(OLD),
      ['source-key', 'versioning', 'isolated'],
    ],
    ['nothing of versions where no copy is allowed', RULE, makeObject(NONE), ['target-key']],
    ['only our tag to isolate', { ...RULE, onViolation: 'isolate' }, makeObject(OLD), ['isolated']],
    ['only the target for SSE-S3', RULE, makeObject(S3), ['target-key']],
    ['both keys for another key', RULE, makeObject(OLD), ['source-key', 'target-key']],
    ['only the target for its own key', RULE, makeObject(sseKms('target', false)), ['target-key']],
    [
      'replication, where the object is replicated',
      RULE,
      makeObject(S3, { replication: 'completed' }),
      ['target-key', 'replication'],
    ],
    [
      'replication, where it failed for the object',
      RULE,
      makeObject(S3, { replication: 'failed' }),
      ['target-key', 'replication'],
    ],
    [
      'whether it is current, for a copy',
      BY_COPY,
      makeObject(NONE),
      ['target-key', 'current', 'versioning'],
    ],
    ['not whether it is current, for an update', BY_COPY, makeObject(S3), ['target-key']],
  ] as const)('%s', (_title, rule, object, needs) => {
    expect(planNeeds(rule, object, ACCOUNT)).toEqual(needs);
  });
});

describe('the intent id', () => {
  const idOf = (object: ObjectFacts, facts = FACTS, rule = RULE): string => {
    const planned = plan(rule, object, facts);
    return planned.kind === 'order' ? planned.order.intentId : 'no order';
  };
  const id = () => idOf(makeObject(S3));

  it('is the same for the same state, policy and order', () => {
    expect(idOf(makeObject(S3, { storageClass: 'GLACIER' }))).toBe(id());
  });

  const unversioned = (lastModified: string) =>
    makeObject(S3, { ref: { bucket: 'b', key: 'k' }, lastModified: new Date(lastModified) });

  it('differs with what was found, and with when an unversioned object was written', () => {
    const found = (text: string) =>
      planRemedy(RULE, makeViolation({ found: text }), makeObject(S3), FACTS);
    expect(found('AES256')).not.toEqual(found('sse-c'));
    const early = idOf(unversioned('2026-11-20T09:15:02Z'));
    expect(idOf(unversioned('2026-11-20T09:15:03Z'))).not.toBe(early);
  });

  it('pins a null version by its ETag: the id of a null version is the same for every overwrite', () => {
    const suspended = (etag: string) =>
      makeObject(S3, { ref: { bucket: 'b', key: 'k', versionId: 'null' }, etag });
    expect(plan(RULE, suspended('e1'), FACTS)).toMatchObject({
      order: { pin: { kind: 'etag', etag: 'e1' } },
    });
    expect(idOf(suspended('e1'))).not.toBe(idOf(suspended('e2')));
  });

  it.each([
    ['version', makeObject(S3, { ref: { ...makeObject(S3).ref, versionId: 'v2' } }), FACTS, RULE],
    ['policy', makeObject(S3), { ...FACTS, policyHash: 'other' }, RULE],
    [
      'target',
      makeObject(S3),
      { ...FACTS, targetKey: makeKey('new') },
      { ...RULE, target: { ...TARGET, keyArn: keyArn('new') } },
    ],
    [
      'bucket-key flag',
      makeObject(S3),
      FACTS,
      { ...RULE, target: { ...TARGET, bucketKey: false } },
    ],
  ] as const)('differs with the %s', (_what, object, facts, rule) => {
    const other = idOf(object, facts, rule);
    expect(other).not.toBe(id());
    expect(other).toHaveLength(64);
  });
});
