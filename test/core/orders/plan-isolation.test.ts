import { describe, expect, it } from '@jest/globals';
import type { Encryption } from '../../../core/objects/encryption.ts';
import type { PlanFacts } from '../../../core/orders/plan-facts.ts';
import { planIsolation } from '../../../core/orders/plan-isolation.ts';
import { planQuarantine } from '../../../core/orders/plan-quarantine.ts';
import { ACCOUNT, keyArn, makeObject, makeViolation, OTHER_ACCOUNT } from '../../made/facts.ts';

const FACTS: PlanFacts = {
  account: ACCOUNT,
  policyHash: 'hash',
  now: new Date('2026-11-24T00:00:00Z'),
  versioning: { kind: 'versioning', status: 'enabled', mfaDelete: false },
  largestCopy: 1,
};
const S3: Encryption = { kind: 'sse-s3' };
const FOREIGN: Encryption = { kind: 'dsse-kms', keyArn: keyArn('k', OTHER_ACCOUNT) };
const ABOUT = {
  ref: { bucket: 'payroll-2026', key: 'statements/x.pdf', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: expect.stringMatching(/^[0-9a-f]{64}$/),
};

it('an isolation says what it is about, why, and under which policy', () => {
  expect(planIsolation(makeViolation(), makeObject(S3), FACTS)).toStrictEqual({
    kind: 'order',
    order: { kind: 'isolate', ...ABOUT },
  });
});

it('a move says so too', () => {
  expect(planQuarantine(makeViolation(), makeObject(S3), FACTS)).toStrictEqual({
    kind: 'order',
    order: { kind: 'move', ...ABOUT },
  });
});

it('a move waits for replication, and says for how long', () => {
  const pending = makeObject(S3, { replication: 'pending' });
  expect(planQuarantine(makeViolation(), pending, FACTS)).toStrictEqual({
    kind: 'wait',
    reason: 'replication-pending',
    seconds: 900,
  });
});

describe('in place of a move, an isolation', () => {
  it.each([
    [
      'of an object under a key of another account, which nobody here can read',
      makeObject(FOREIGN),
      FACTS,
    ],
    [
      'of an object that replicates and could not be moved: a tag does not wait',
      makeObject(S3, { replication: 'pending', archived: true }),
      FACTS,
    ],
    [
      'of the null version where the bucket has versions',
      makeObject(S3, { ref: { bucket: 'b', key: 'k', versionId: 'null' } }),
      FACTS,
    ],
  ] as const)('%s', (_title, object, facts) => {
    expect(planQuarantine(makeViolation(), object, facts)).toMatchObject({
      order: { kind: 'isolate' },
    });
  });

  it('where the versioning of the bucket was not read', () => {
    const { versioning: _, ...unasked } = FACTS;
    expect(planQuarantine(makeViolation(), makeObject(S3), unasked)).toMatchObject({
      order: { kind: 'isolate' },
    });
  });
});

it('what nothing pins is not moved either', () => {
  const { lastModified: _, ...object } = makeObject(S3, { ref: { bucket: 'b', key: 'k' } });
  const facts = { ...FACTS, versioning: { kind: 'versioning', status: 'never', mfaDelete: false } };
  expect(planQuarantine(makeViolation(), object, facts as PlanFacts)).toMatchObject({
    kind: 'report',
    reason: 'customer-key-unknown',
  });
});

it('what nothing pins is reported, and why', () => {
  const { etag: _, ...object } = makeObject({ kind: 'sse-c' }, { ref: { bucket: 'b', key: 'k' } });
  expect(planIsolation(makeViolation(), object, FACTS)).toStrictEqual({
    kind: 'report',
    reason: 'customer-key-unknown',
    detail: 'S3 tells nothing that would pin this object',
  });
});
