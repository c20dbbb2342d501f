import { expect, it } from '@jest/globals';
import { copyDifferences } from '../../../../local/demo/check/differences.ts';
import type { Snapshot } from '../../../../local/demo/check/snapshot.ts';

const READ = { Grantee: { Type: 'CanonicalUser', ID: 'a' }, Permission: 'READ' };
const FULL = { Grantee: { Type: 'CanonicalUser', ID: 'b' }, Permission: 'FULL_CONTROL' };

const before: Snapshot = {
  sha256: 'x',
  size: 1,
  encryption: { kind: 'none' },
  rest: {
    versionId: 'v1',
    lastModified: 1,
    etag: 'e1',
    parts: undefined,
    tags: { a: '1' },
    metadata: { m: '1' },
    storageClass: 'STANDARD_IA',
    acl: { canned: 'private', grants: [READ, FULL] },
    checksum: undefined,
  },
};
const copy = (rest: Readonly<Record<string, unknown>>, sha256 = 'x'): Snapshot => ({
  ...before,
  sha256,
  rest: { ...before.rest, versionId: 'v2', lastModified: 2, etag: 'e2', ...rest },
});
const WHOLE = { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'c' };

it.each<[string, Snapshot, readonly string[]]>([
  ['nothing but what S3 gives anew', copy({}), []],
  ['grants in another order', copy({ acl: { canned: 'private', grants: [FULL, READ] } }), []],
  ['a checksum where there was none', copy({ checksum: WHOLE }), []],
  ['parts', copy({ parts: [{ number: 1 }] }), []],
  ['other bytes', copy({}, 'y'), ['bytes']],
  ['a tag less', copy({ tags: {} }), ['tags']],
  ['a grant less', copy({ acl: { canned: 'private', grants: [FULL] } }), ['acl']],
  ['no grants at all', copy({ acl: { canned: 'private', grants: undefined } }), ['acl']],
  ['another class', copy({ storageClass: 'STANDARD' }), ['storageClass']],
])('%s', (_title, after, expected) => {
  expect(copyDifferences(before, after)).toEqual(expected);
});

it('a checksum is lost, or another one', () => {
  const had = { ...before, rest: { ...before.rest, checksum: WHOLE } };
  expect(copyDifferences(had, copy({}))).toEqual(['checksum']);
  expect(copyDifferences(had, copy({ checksum: { ...WHOLE, value: 'd' } }))).toEqual(['checksum']);
});

it('leaves ACLs out where the bucket has none', () => {
  expect(copyDifferences(before, copy({ acl: { canned: 'private' } }), 'left')).toEqual([]);
});
