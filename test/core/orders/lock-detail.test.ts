import { expect, it } from '@jest/globals';
import { lockDetail } from '../../../core/orders/lock-detail.ts';
import { makeObject } from '../../made/facts.ts';

const NOW = new Date('2026-11-24T00:00:00.000Z');
const until = (time: string) => ({ mode: 'GOVERNANCE', retainUntil: new Date(time) }) as const;
const AFTER = until('2026-11-24T00:00:00.001Z');

it.each([
  ['keeps nothing', { legalHold: false }, undefined],
  [
    'keeps until a moment from now',
    { ...AFTER, legalHold: false },
    'retained in GOVERNANCE mode until 2026-11-24T00:00:00.001Z',
  ],
  [
    'is over in the very moment that it names',
    { ...until(NOW.toISOString()), legalHold: false },
    undefined,
  ],
  [
    'keeps where S3 names no date',
    { mode: 'COMPLIANCE', legalHold: false },
    'retained in COMPLIANCE mode',
  ],
  [
    'keeps under a legal hold, also when the retention is over',
    { ...until('2020-01-01T00:00:00Z'), legalHold: true },
    'under a legal hold, which has no end date',
  ],
  [
    'names the hold rather than the date',
    { ...AFTER, legalHold: true },
    'under a legal hold, which has no end date',
  ],
] as const)('a lock %s', (_title, lock, detail) => {
  expect(lockDetail(makeObject({ kind: 'sse-s3' }, { lock }), NOW)).toBe(detail);
});

it('is none where HEAD tells of none', () => {
  expect(lockDetail(makeObject({ kind: 'sse-s3' }), NOW)).toBeUndefined();
});
