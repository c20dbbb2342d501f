import { describe, expect, it } from '@jest/globals';
import { bucketHindrance, objectHindrance } from '../../../core/quarantine/move-hindrance.ts';
import { quarantineKeys } from '../../../core/quarantine/quarantine-keys.ts';
import { toOutcome } from '../../../core/quarantine/refused.ts';
import { RICH } from './made-manifest.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const { lock: _lock, eventHold: _hold, ...rest } = RICH;
const FREE = { ...rest, missingMetadata: 0 };
const VERSION = {
  pin: { kind: 'version', versionId: 'v1' },
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
} as const;
const refused = (code: string, words: string) => ({ kind: 'refused', code, words });

it.each([
  [
    'versioning that is suspended',
    { status: 'suspended', mfaDelete: false },
    refused(
      'VersioningSuspended',
      'versioning of the bucket is suspended: enable it again, or let the rule say `isolate`',
    ),
  ],
  [
    'MFA delete',
    { status: 'enabled', mfaDelete: true },
    refused('MfaDelete', 'the bucket has MFA delete: switch it off, or let the rule say `isolate`'),
  ],
  [
    'versioning that is gone',
    { status: 'never', mfaDelete: false },
    { kind: 'superseded', words: 'the versioning of the bucket is not what it was' },
  ],
] as const)('a bucket with %s is left, with a code and what to do', (_title, found, outcome) => {
  expect(bucketHindrance(VERSION, { kind: 'versioning', ...found })).toStrictEqual(outcome);
});

it.each([
  [
    'a legal hold',
    { lock: { legalHold: true } },
    refused('ObjectLocked', 'it is under a legal hold: only its owner may lift that'),
  ],
  [
    'a retention',
    {
      lock: { mode: 'COMPLIANCE', retainUntil: new Date('2026-12-01'), legalHold: false },
    },
    refused('ObjectLocked', 'Object Lock retains it until 2026-12-01T00:00:00.000Z'),
  ],
  [
    'an event hold',
    { eventHold: {} },
    refused('ObjectLocked', 'it is under an event hold: only its owner may release that'),
  ],
  [
    'metadata that nobody can read',
    { missingMetadata: 1 },
    refused(
      'MissingMetadata',
      '1 metadata entries cannot be read over HTTP, so nobody could verify that its copy has them: write the object anew, or let the rule say `isolate`',
    ),
  ],
  [
    'an archive',
    { archived: true },
    refused('Archived', 'it is archived: restore it first, then judge it again'),
  ],
] as const)('an object under %s is left, with a code and what to do', (_title, facts, outcome) => {
  expect(objectHindrance({ ...FREE, ...facts }, NOW)).toStrictEqual(outcome);
});

describe('what AWS would not do', () => {
  it('is superseded where the object changed, with a reason for people', () => {
    expect(toOutcome({ kind: 'changed', words: 'gone' })).toStrictEqual({
      kind: 'superseded',
      words: 'gone',
    });
  });

  it('is refused else, in the words of AWS', () => {
    const refusal = { kind: 'refused', code: 'AccessDenied', words: 'no' } as const;
    expect(toOutcome(refusal)).toStrictEqual(refusal);
  });
});

it('everything of one intent lies under its source bucket and id', () => {
  const id = 'a'.repeat(64);
  expect(quarantineKeys('payroll', id)).toStrictEqual({
    object: `payroll/${id}/object`,
    manifest: `payroll/${id}/manifest.json`,
    release: `payroll/${id}/release.json`,
  });
});
