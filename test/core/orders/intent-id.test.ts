import { expect, it } from '@jest/globals';
import { intentIdOf } from '../../../core/orders/intent-id.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';

const UPDATE = {
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  kind: 'update-encryption',
  to: { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true },
} as const;
const ETAG = { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' } as const;

it.each([
  ['bucket', { ref: { ...UPDATE.ref, bucket: 'b2' } }],
  ['key', { ref: { ...UPDATE.ref, key: 'k2' } }],
  ['version', { pin: { kind: 'version', versionId: 'v2' } }],
  ['rule', { because: makeViolation({ rule: 'other' }) }],
  ['requirement', { because: makeViolation({ requirement: 'kms-key' }) }],
  ['finding', { because: makeViolation({ found: 'sse-c' }) }],
  ['policy', { policyHash: 'hash2' }],
  ['kind of order', { kind: 'copy' }],
  ['algorithm', { to: { ...UPDATE.to, algorithm: 'aws:kms:dsse' } }],
  ['target key', { to: { ...UPDATE.to, keyArn: keyArn('target2') } }],
  ['bucket key', { to: { ...UPDATE.to, bucketKey: false } }],
] as const)('is another one for another %s', (_what, change) => {
  expect(intentIdOf({ ...UPDATE, ...change })).not.toBe(intentIdOf(UPDATE));
});

it.each([
  ['ETag', { ...ETAG, etag: 'e2' }],
  ['date', { ...ETAG, lastModified: '2026-11-20T09:15:03.000Z' }],
] as const)('is another one for another %s, where no version pins it', (_what, pin) => {
  expect(intentIdOf({ ...UPDATE, pin })).not.toBe(intentIdOf({ ...UPDATE, pin: ETAG }));
});

it('is the same for the same, whatever stands beside the finding', () => {
  const because = makeViolation({ also: [{ requirement: 'kms-key', expected: [], found: 'x' }] });
  expect(intentIdOf({ ...UPDATE, because })).toBe(intentIdOf(UPDATE));
});

// Orders wait in queues and notes in the state table while a new version is deployed: its ids must be the old ones.
it('is what it was in the version before', () => {
  expect(intentIdOf(UPDATE)).toBe(
    '8426bf24a36cc4abcc0007df0a9461b256f3470981453f2a6dd47c818fe1791c',
  );
  expect(intentIdOf({ ...UPDATE, pin: ETAG })).toBe(
    'e70b433a43b0a3a41c40e6531dda10584b55b1b97e54223d33ca561f77c4c690',
  );
});
