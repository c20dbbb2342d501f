import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';

const threeKeys = (): World => {
  const world = createBucketWorld('Enabled');
  for (const key of ['a', 'b', 'b', 'c/1']) put(world, key);
  world.s3('DeleteObject', { Bucket: BUCKET, Key: 'b' });
  return world;
};

describe('versions', () => {
  it('versions and markers come newest first within a key, and say which is latest [list/versions]', () => {
    const told = threeKeys().s3('ListObjectVersions', { Bucket: BUCKET });
    expect(told.Versions?.map(({ Key, IsLatest }) => [Key, IsLatest])).toStrictEqual([
      ['a', true],
      ['b', false],
      ['b', false],
      ['c/1', true],
    ]);
    expect(told.DeleteMarkers).toMatchObject([{ Key: 'b', IsLatest: true }]);
    const [, newer, older] = told.Versions ?? [];
    expect(newer?.LastModified?.getTime()).toBeGreaterThan(older?.LastModified?.getTime() ?? 0);
    const grouped = threeKeys().s3('ListObjectVersions', { Bucket: BUCKET, Delimiter: '/' });
    expect(grouped.CommonPrefixes).toStrictEqual([{ Prefix: 'c/' }]);
  });

  it('version pages go on inside a key [list/version-pages]', () => {
    const world = threeKeys();
    const ids: (string | undefined)[] = [];
    let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    for (let pages = 0; pages < 5; pages += 1) {
      const told = world.s3('ListObjectVersions', { Bucket: BUCKET, MaxKeys: 1, ...markers });
      const found = [...(told.Versions ?? []), ...(told.DeleteMarkers ?? [])];
      expect(found).toHaveLength(1);
      ids.push(...found.map(({ VersionId }) => VersionId));
      expect(told.IsTruncated).toBe(pages < 4);
      markers = { KeyMarker: told.NextKeyMarker, VersionIdMarker: told.NextVersionIdMarker };
    }
    expect(new Set(ids).size).toBe(5);
    const grouped = { Bucket: BUCKET, MaxKeys: 1, Delimiter: '/' };
    put(world, 'c/2');
    put(world, 'd');
    const first = world.s3('ListObjectVersions', { ...grouped, KeyMarker: 'b' });
    expect(first).toMatchObject({ CommonPrefixes: [{ Prefix: 'c/' }], NextKeyMarker: 'c/' });
    const second = world.s3('ListObjectVersions', { ...grouped, KeyMarker: 'c/' });
    expect(second).toMatchObject({ Versions: [{ Key: 'd' }], IsTruncated: false });
    const alone = { Bucket: BUCKET, VersionIdMarker: ids[0] };
    expect(world.s3Refuses('ListObjectVersions', alone).status).toBe(400);
  });
});
