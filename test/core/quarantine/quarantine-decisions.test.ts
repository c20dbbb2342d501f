import { describe, expect, it } from '@jest/globals';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import type { Pin } from '../../../core/orders/order.ts';
import type { BucketVersioning } from '../../../core/orders/plan-facts.ts';
import { differingMembers } from '../../../core/quarantine/differing-members.ts';
import { flawOfQuarantined } from '../../../core/quarantine/flaw-of-quarantined.ts';
import { isManifestOf } from '../../../core/quarantine/is-manifest-of.ts';
import { isPinned } from '../../../core/quarantine/is-pinned.ts';
import { mergeMarker } from '../../../core/quarantine/merge-marker.ts';
import { bucketHindrance, objectHindrance } from '../../../core/quarantine/move-hindrance.ts';
import { moveTask } from '../../../core/quarantine/move-task.ts';
import { whyUnreadable } from '../../../core/quarantine/why-unreadable.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';
import { MANIFEST, RICH } from './made-manifest.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const QUARANTINE = { bucket: 'quarantine', keyArn: keyArn('quarantine') };
const ID = 'a'.repeat(64);

describe('the marker', () => {
  const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`t${n}`, `${n}`]));

  it.each([0, 1, 9])('finds room beside %i tags', (count) => {
    expect(mergeMarker(tags(count), 'payroll')).toEqual({
      kind: 'merged',
      tags: { ...tags(count), 'sealward-isolated': 'payroll' },
    });
  });

  it('finds no room beside ten', () => {
    expect(mergeMarker(tags(10), 'payroll')).toEqual({ kind: 'no-room' });
  });

  it('is there whatever its value, among ten tags too', () => {
    expect(mergeMarker({ ...tags(9), 'sealward-isolated': '' }, 'payroll').kind).toBe('there');
  });

  it('keeps a tag named `__proto__`', () => {
    const merged = mergeMarker(JSON.parse('{"__proto__":"x"}'), 'payroll');
    expect(merged.kind === 'merged' && Object.entries(merged.tags)).toEqual([
      ['__proto__', 'x'],
      ['sealward-isolated', 'payroll'],
    ]);
  });
});

describe('a move is hindered by', () => {
  const VERSION: Pin = { kind: 'version', versionId: 'v1' };
  const ETAG: Pin = { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' };
  const versioning = (
    status: 'enabled' | 'suspended' | 'never',
    mfaDelete = false,
  ): BucketVersioning => ({ kind: 'versioning', status, mfaDelete });
  const ref = (versionId?: string) => ({
    bucket: 'b',
    key: 'k',
    ...(versionId !== undefined && { versionId }),
  });

  it.each([
    ['nothing where versioning is on', VERSION, ref('v1'), versioning('enabled'), undefined],
    ['nothing where it never was', ETAG, ref(), versioning('never'), undefined],
    [
      'suspended versioning',
      VERSION,
      ref('v1'),
      versioning('suspended'),
      { code: 'VersioningSuspended' },
    ],
    ['MFA delete', VERSION, ref('v1'), versioning('enabled', true), { code: 'MfaDelete' }],
    [
      'settings that cannot be read',
      VERSION,
      ref('v1'),
      { kind: 'versioning-unreadable', words: 'no' },
      { code: 'VersioningUnreadable', words: 'no' },
    ],
    ['the null version', ETAG, ref('null'), versioning('enabled'), { kind: 'superseded' }],
    [
      'versioning that was switched on since',
      ETAG,
      ref(),
      versioning('enabled'),
      { kind: 'superseded' },
    ],
    [
      'a bucket that was made anew',
      VERSION,
      ref('v1'),
      versioning('never'),
      { kind: 'superseded' },
    ],
  ] as const)('%s', (_title, pin, of, found, outcome) => {
    const answer = bucketHindrance({ pin, ref: of }, found);
    if (outcome === undefined) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject(outcome);
  });

  const { lock: _over, eventHold: _hold, ...rest } = RICH;
  const FREE = { ...rest, missingMetadata: 0 };
  it.each([
    ['nothing on a free object', {}, undefined],
    [
      'nothing on a retention that is over',
      {
        lock: {
          mode: 'COMPLIANCE',
          retainUntil: new Date('2026-11-24T11:59:59Z'),
          legalHold: false,
        },
      },
      undefined,
    ],
    [
      'a retention',
      {
        lock: {
          mode: 'GOVERNANCE',
          retainUntil: new Date('2026-12-01T00:00:00Z'),
          legalHold: false,
        },
      },
      'Object Lock retains it until 2026-12-01T00:00:00.000Z',
    ],
    ['a legal hold', { lock: { legalHold: true } }, 'legal hold'],
    ['an event hold', { eventHold: { days: 3 } }, 'event hold'],
    ['an archive', { archived: true }, 'restore it first'],
    ['metadata that S3 cannot show', { missingMetadata: 2 }, '2 metadata entries'],
  ] as const)('%s', (_title, facts, words) => {
    const answer = objectHindrance({ ...FREE, ...facts }, NOW);
    if (words === undefined) expect(answer).toBeUndefined();
    else expect(answer).toMatchObject({ kind: 'refused', words: expect.stringContaining(words) });
  });
});

it('a copy of what was encrypted twice is encrypted twice', () => {
  const encryption = { kind: 'dsse-kms', keyArn: keyArn('theirs') } as const;
  expect(moveTask(ID, { ...RICH, encryption }, QUARANTINE).encryption).toEqual({
    algorithm: 'aws:kms:dsse',
    keyArn: keyArn('quarantine'),
    bucketKey: false,
  });
  expect(moveTask(ID, RICH, QUARANTINE)).toMatchObject({
    id: ID,
    to: { bucket: 'quarantine', key: `payroll-2026/${ID}/object` },
    encryption: { algorithm: 'aws:kms', keyArn: keyArn('quarantine'), bucketKey: true },
    onlyIf: { kind: 'absent' },
    acl: 'leave',
    lock: 'leave',
  });
});

describe('a copy in quarantine', () => {
  const task = moveTask(ID, RICH, QUARANTINE);
  const { lock: _lock, eventHold: _hold, checksum: _sum, parts: _parts, ...carried } = RICH;
  const COPY: ObjectAttributes = {
    ...carried,
    ref: { bucket: 'quarantine', key: task.to.key, versionId: 'q1' },
    etag: 'another',
    lastModified: NOW,
    encryption: { kind: 'sse-kms', keyArn: keyArn('quarantine'), bucketKey: true },
    acl: { owner: 'us', grants: [] },
    annotations: [{ name: 'né\u0000', etag: 'another', size: 12 }],
  };

  it('is whole although its ETag, date, ACL and lock are its own', () => {
    expect(flawOfQuarantined(task, COPY)).toBeUndefined();
  });

  it.each([
    ['bytes', { size: 1 }, '1 bytes'],
    ['key', { encryption: { kind: 'sse-s3' } }, 'encrypted as'],
    ['bucket key', { encryption: { ...COPY.encryption, bucketKey: false } }, 'encrypted as'],
    ['headers', { headers: { contentType: 'text/plain' } }, '`headers`'],
    ['metadata', { metadata: { a: 'b' } }, '`metadata`'],
    ['metadata that S3 cannot show', { missingMetadata: 0 }, '`missingMetadata`'],
    ['redirect', { websiteRedirect: '/' }, '`websiteRedirect`'],
    ['storage class', { storageClass: 'STANDARD' }, '`storageClass`'],
    ['tags', { tags: { team: 'pay roll' } }, '`tags`'],
    ['annotations', { annotations: [] }, 'annotations'],
    [
      'the size of an annotation',
      { annotations: [{ name: 'né\u0000', etag: 'e', size: 13 }] },
      'annotations',
    ],
  ] as const)('is not whole with other %s', (_what, change, words) => {
    const copy = { ...COPY, ...change } as ObjectAttributes;
    expect(flawOfQuarantined(task, copy)).toEqual(expect.stringContaining(words));
  });

  it('is not whole in two things, and says which', () => {
    expect(flawOfQuarantined(task, { ...COPY, tags: {}, headers: {} })).toBe(
      '`headers`, `tags` differ from the source',
    );
  });

  it('is not whole with another checksum of the same kind', () => {
    const sum = (value: string) => ({ algorithm: 'SHA256', type: 'FULL_OBJECT', value }) as const;
    const of = moveTask(ID, { ...RICH, checksum: sum('a') }, QUARANTINE);
    expect(flawOfQuarantined(of, { ...COPY, checksum: sum('a') })).toBeUndefined();
    expect(flawOfQuarantined(of, { ...COPY, checksum: sum('b') })).toContain('checksum');
  });
});

it('tells which attributes have changed, dates among them', () => {
  expect(differingMembers(RICH, structuredClone(RICH))).toEqual([]);
  const { websiteRedirect: _redirect, ...direct } = RICH;
  expect(differingMembers(direct, RICH)).toEqual(['websiteRedirect']);
  const { lock: _lock, ...unlocked } = RICH;
  expect(differingMembers(RICH, { ...unlocked, lastModified: NOW })).toEqual([
    'lastModified',
    'lock',
  ]);
});

it.each([
  ['the version', { kind: 'version', versionId: 'v1' }, true],
  ['another version', { kind: 'version', versionId: 'v2' }, false],
  [
    'ETag and date',
    { kind: 'etag', etag: RICH.etag, lastModified: '2026-11-20T09:15:02.000Z' },
    true,
  ],
  [
    'the same bytes written again',
    { kind: 'etag', etag: RICH.etag, lastModified: '2026-11-20T09:15:03.000Z' },
    false,
  ],
  ['other bytes', { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' }, false],
] as const)('what an order is about is pinned by %s', (_title, pin, pinned) => {
  expect(isPinned(pin, RICH)).toBe(pinned);
});

it('an order is about nothing that S3 does not date', () => {
  const pin = { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' } as const;
  expect(isPinned(pin, { ref: RICH.ref, etag: 'e' })).toBe(false);
});

describe('a manifest is that of a copy', () => {
  const manifest = { ...MANIFEST, copyEtag: 'c' };

  it('where it names the copy, and the object is as it tells', () => {
    expect(isManifestOf(manifest, structuredClone(RICH), 'c')).toBe(true);
  });

  it.each([
    ['not where it names another', manifest, RICH, 'd'],
    ['not where it names none', MANIFEST, RICH, 'c'],
    ['not where tags changed', manifest, { ...RICH, tags: {} }, 'c'],
    [
      'not where an annotation of the same size was written',
      manifest,
      { ...RICH, annotations: [{ name: 'né\u0000', etag: 'f', size: 12 }] },
      'c',
    ],
    ['not where it is of an isolation', { ...manifest, kind: 'isolate' }, RICH, 'c'],
  ] as const)('%s', (_title, one, source, etag) => {
    expect(isManifestOf(one, source, etag)).toBe(false);
  });
});

describe('what is said of an object that cannot be read', () => {
  const unreadable = { cause: 'access-denied', words: 'as AWS says it' } as const;

  it('names the key that it was found under', () => {
    const because = makeViolation({ found: keyArn('theirs') });
    expect(whyUnreadable(unreadable, because)).toBe(
      `it cannot be read: as AWS says it (it was found under key \`${keyArn('theirs')}\`: see if that is enabled)`,
    );
    const also = [{ requirement: 'kms-key', expected: [], found: keyArn('theirs') }] as const;
    expect(whyUnreadable(unreadable, makeViolation({ found: 'customer', also }))).toContain(
      keyArn('theirs'),
    );
  });

  it('names none where none is known', () => {
    const because = makeViolation({ found: 'sse-s3' });
    expect(whyUnreadable({ cause: 'access-denied' }, because)).toBe(
      'it cannot be read: access-denied',
    );
  });
});
