import { describe, expect, it } from '@jest/globals';
import { createJudgeRef } from '../../app/judge-ref.ts';
import type { Encryption } from '../../core/objects/encryption.ts';
import type { ObjectFacts } from '../../core/objects/object-facts.ts';
import { keyArn, makeObject, sseKms } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';
import { makeJudgePorts } from './fakes.ts';

const REF = { bucket: 'payroll', key: 'k', versionId: 'v1' };
const world = (encryption: Encryption, facts: Partial<ObjectFacts> = {}) =>
  makeJudgePorts((ref) => ({
    ...makeObject(encryption, { ref: { ...ref, versionId: 'v1' } }),
    ...facts,
  }));

describe('the calls that judging makes', () => {
  it('are one HEAD for a compliant object', async () => {
    const { ports, calls } = world(sseKms('target'));
    expect((await createJudgeRef(ports)(REF)).verdict.kind).toBe('compliant');
    expect(calls).toEqual(['head payroll/k']);
  });

  it('are one HEAD and the tags where a rule that matches asks for them', async () => {
    const { ports, calls } = world(sseKms('k'));
    const { verdict } = await createJudgeRef(ports)({ bucket: 'tagged', key: 'k' });
    expect(verdict).toEqual({ kind: 'compliant', rule: 'tagged' });
    expect(calls).toEqual(['head tagged/k', 'object-tags']);
  });

  it('are one HEAD and the target key, as the policy names it, for an order', async () => {
    const { ports, calls } = world({ kind: 'sse-s3' });
    const { plan } = await createJudgeRef(ports)(REF);
    expect(plan).toMatchObject({ kind: 'order', order: { kind: 'update-encryption' } });
    expect(calls).toEqual(['head payroll/k', 'key alias/target']);
  });

  it('include the present key where it is another one', async () => {
    const { ports, calls } = world(sseKms('mine'));
    const { plan } = await createJudgeRef(ports)(REF);
    expect(plan).toMatchObject({ kind: 'report', reason: 'source-key-not-listed' });
    expect(calls).toEqual(['head payroll/k', `key ${keyArn('mine')}`, 'key alias/target']);
  });

  it('include replication where the object is replicated', async () => {
    const { ports, calls } = world({ kind: 'sse-s3' }, { replication: 'completed' });
    await createJudgeRef(ports)(REF);
    expect(calls).toContain('replication');
  });
});

const COPY_POLICY = makePolicy(
  `
version: 1
mode: enforce
rules:
  - id: old
    match: { buckets: ["old"] }
    require: { encryption: [aws:kms] }
    on-violation: re-encrypt-by-copy
    target: { kms-key: alias/target }
`,
  makeLock('target'),
);

describe('a copy', () => {
  it.each([
    ['is planned for the current version', 'v1', { kind: 'order', order: { kind: 'copy' } }],
    ['is not planned once there is a newer one', 'v2', { kind: 'report', reason: 'not-current' }],
  ])('%s', async (_title, currentVersion, expected) => {
    const { ports, calls } = makeJudgePorts(
      (ref) =>
        makeObject(
          { kind: 'none' },
          { ref: { ...ref, versionId: ref.versionId ?? currentVersion } },
        ),
      { policy: COPY_POLICY },
    );
    const { plan } = await createJudgeRef(ports)({ bucket: 'old', key: 'k', versionId: 'v1' });
    expect(plan).toMatchObject(expected);
    expect(calls.filter((call) => call.startsWith('head'))).toHaveLength(2);
  });
});

it('says of a version that may be an older one only that nobody knows', async () => {
  const words = 'not authorized to perform: s3:GetObject';
  const { ports } = makeJudgePorts(
    (ref) =>
      ref.versionId === undefined
        ? { kind: 'unreadable', ref, cause: 'access-denied', words }
        : makeObject({ kind: 'none' }, { ref }),
    { policy: COPY_POLICY },
  );
  const { plan } = await createJudgeRef(ports)({ bucket: 'old', key: 'k', versionId: 'v1' });
  expect(plan).toEqual({ kind: 'report', reason: 'current-unreadable', detail: words });
});

it('reports a wait that has gone on for a day', async () => {
  const { ports } = world({ kind: 'sse-s3' }, { replication: 'pending' });
  const { plan } = await createJudgeRef(ports)({ ...REF, attempt: 96 });
  expect(plan).toEqual({ kind: 'report', reason: 'replication-pending' });
});

it('throws what the queue should try again', async () => {
  const { ports } = makeJudgePorts(() => new Error('SlowDown'));
  await expect(createJudgeRef(ports)(REF)).rejects.toThrow('SlowDown');
});
