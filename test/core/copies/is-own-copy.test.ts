import { describe, expect, it } from '@jest/globals';
import { beginProgress } from '../../../core/copies/begin-progress.ts';
import type { Checksum, ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { isOwnCopy } from '../../../core/copies/is-own-copy.ts';
import { keyArn } from '../../made/facts.ts';
import { makeAttributes, makeTask, TARGET } from './made-attributes.ts';

const CRC: Checksum = { algorithm: 'CRC32', type: 'FULL_OBJECT', value: 'AAAAAA==' };
const COPY = {
  ref: { bucket: 'payroll', key: 'a/b ü.txt', versionId: 'v2' },
  etag: 'another',
  lastModified: new Date('2026-11-24T12:00:00Z'),
  encryption: { kind: 'sse-kms', keyArn: TARGET, bucketKey: true },
  checksum: CRC,
} as const;
const NOW = new Date('2026-11-24T12:00:00Z');

const isOwn = (
  facts: Partial<ObjectAttributes>,
  source: Partial<ObjectAttributes> = {},
): boolean => {
  const task = makeTask({ checksum: CRC, ...source });
  return isOwnCopy(makeAttributes({ ...COPY, ...facts }), task, beginProgress(task, NOW));
};

it('knows its own copy, which has another version, ETag and date', () => {
  expect(isOwn({})).toBe(true);
});

describe('takes no other object for its own', () => {
  it.each([
    [
      'under another key',
      { encryption: { kind: 'sse-kms', keyArn: keyArn('other'), bucketKey: true } },
    ],
    [
      'with another bucket-key flag',
      { encryption: { kind: 'sse-kms', keyArn: TARGET, bucketKey: false } },
    ],
    ['of another size', { size: 13 }],
    ['with other headers', { headers: { contentType: 'text/html' } }],
    ['with other metadata', { metadata: { owner: 'it' } }],
    ['with one entry more of metadata', { metadata: { owner: 'hr', more: '' } }],
    ['with other tags', { tags: {} }],
    ['in another class', { storageClass: 'STANDARD_IA' }],
    ['with a redirect', { websiteRedirect: '/x' }],
    [
      'with another ACL',
      {
        acl: {
          owner: 'me',
          grants: [{ grantee: { kind: 'user', id: 'you' }, permission: 'READ' }],
        },
      },
    ],
    ['with other bytes, by its checksum', { checksum: { ...CRC, value: 'BBBBBB==' } }],
    [
      'with a checksum of another algorithm',
      { checksum: { ...CRC, algorithm: 'SHA1', value: 'x' } },
    ],
    ['without a checksum', { checksum: undefined as never }],
    ['of long before it was begun', { lastModified: new Date('2026-11-24T11:54:59Z') }],
  ] as const)('%s', (_title, facts) => {
    expect(isOwn(facts)).toBe(false);
  });
});

describe('knows it also', () => {
  it.each([
    [
      'with a composite checksum, which says how the bytes were cut',
      { checksum: { ...CRC, type: 'COMPOSITE', value: 'x-2' } },
    ],
    ['before its annotations are there', { annotations: [] }],
    ['with a date of a clock that is late', { lastModified: new Date('2026-11-24T11:55:00Z') }],
    ['with a date of much later', { lastModified: new Date('2026-11-27T00:00:00Z') }],
  ] as const)('%s', (_title, facts) => {
    expect(isOwn(facts, { annotations: [{ name: 'n', etag: 'e', size: 1 }] })).toBe(true);
  });

  it('with another ACL where the ACL was left behind', () => {
    const shared = {
      owner: 'me',
      grants: [{ grantee: { kind: 'user', id: 'you' }, permission: 'READ' }],
    } as const;
    const task = makeTask({ acl: shared }, { acl: 'leave' });
    expect(isOwnCopy(makeAttributes(COPY), task, beginProgress(task, NOW))).toBe(true);
  });
});
