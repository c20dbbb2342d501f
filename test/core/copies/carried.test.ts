import { describe, expect, it } from '@jest/globals';
import { askedFingerprint, carriedFingerprint, contradict } from '../../../core/copies/carried.ts';
import { makeAttributes, makeTask } from './made-attributes.ts';

const LEAVE = { acl: 'leave' } as const;
const SHARED = {
  owner: 'me',
  grants: [{ grantee: { kind: 'user', id: 'you' }, permission: 'READ' }],
} as const;

describe('what is carried', () => {
  it('is the same with the ACL that every object has as without any', () => {
    expect(carriedFingerprint(makeAttributes(), { acl: 'carry' })).toBe(
      carriedFingerprint(makeAttributes(), LEAVE),
    );
    expect(carriedFingerprint(makeAttributes({ acl: SHARED }), { acl: 'carry' })).not.toBe(
      carriedFingerprint(makeAttributes({ acl: SHARED }), LEAVE),
    );
  });
});

describe('what is asked for', () => {
  it('is the same without a lock as with a legal hold that is off', () => {
    const off = makeTask({ lock: { legalHold: false } });
    expect(askedFingerprint(off)).toBe(askedFingerprint(makeTask()));
    expect(askedFingerprint(makeTask({ lock: { legalHold: true } }))).not.toBe(
      askedFingerprint(makeTask()),
    );
  });
});

it.each([
  ['two of one algorithm', 'CRC32 a', 'CRC32 b', true],
  ['the same', 'CRC32 a', 'CRC32 a', false],
  ['two algorithms', 'CRC32 a', 'SHA1 b', false],
  ['one that is not known', 'CRC32 a', undefined, false],
  ['none', undefined, undefined, false],
] as const)('%s: prove that bytes differ, or do not', (_title, one, other, expected) => {
  expect(contradict(one, other)).toBe(expected);
  expect(contradict(other, one)).toBe(expected);
});

// A note in the state table is compared with what the version deployed since would write.
it('both are what they were in the version before', () => {
  const lock = { mode: 'GOVERNANCE', retainUntil: new Date(0), legalHold: true } as const;
  const task = makeTask({ lock, eventHold: { days: 1 } });
  expect(carriedFingerprint(task.attributes, task)).toBe(
    '0856b7ec63abf23ff875c5f6f7cfc8dd2dc6e87c5cccaeafffb21cbfa437fa66',
  );
  expect(askedFingerprint(task)).toBe(
    'd83580d68d567442e5f29dcef4d100f02fa510c98f7d43cdfee41ae85faddbd3',
  );
});
