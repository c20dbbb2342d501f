import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BUCKET, createBucketWorld, put, type World } from '../world.ts';

type ListInput = { readonly [name: string]: unknown };

const page = (world: World, more: ListInput = {}) =>
  world.s3('ListObjectsV2', { Bucket: BUCKET, ...more });

const keysOf = (world: World, more: ListInput = {}) =>
  page(world, more).Contents?.map(({ Key }) => Key) ?? [];

const filled = (...keys: readonly string[]): World => {
  const world = createBucketWorld();
  for (const key of keys) put(world, key);
  return world;
};

const allPages = (world: World, more: ListInput): readonly (string | undefined)[] => {
  const names: (string | undefined)[] = [];
  let token: string | undefined;
  do {
    const told = page(world, { ...more, ContinuationToken: token });
    const keys = told.Contents?.map(({ Key }) => Key) ?? [];
    const prefixes = told.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? [];
    expect(told.KeyCount).toBe(keys.length + prefixes.length);
    names.push(...keys, ...prefixes);
    token = told.NextContinuationToken;
    expect(told.IsTruncated).toBe(token !== undefined);
  } while (token !== undefined);
  return names;
};

describe('objects', () => {
  it('keys come in the order of their UTF-8 bytes, current objects only [list/order]', () => {
    const keys = ['b', 'a', 'B', 'é', '\u{1f511}', '\u{10000}', '\uffee', 'a/b', 'a b'];
    const world = filled(...keys, 'gone');
    world.s3('DeleteObject', { Bucket: BUCKET, Key: 'gone' });
    const inBytes = keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    expect(keysOf(world)).toStrictEqual(inBytes);
    expect(page(world).Contents?.[0]).not.toHaveProperty('Owner');
    expect(page(world, { FetchOwner: true }).Contents?.[0]).toHaveProperty('Owner');
    expect(page(world).Contents?.[0]).toMatchObject({
      Key: 'B',
      Size: 5,
      StorageClass: 'STANDARD',
      ETag: expect.stringMatching(/^"[0-9a-f]{32}"$/),
    });
  });

  it('keys come in the order of their UTF-8 bytes, current objects only [list/order]: marked keys are left out', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    put(world, 'b');
    world.s3('DeleteObject', { Bucket: BUCKET, Key: 'a' });
    expect(keysOf(world)).toStrictEqual(['b']);
  });

  it('pages hold a thousand at most and join without a gap or a repeat [list/pages]', () => {
    const world = filled('a', 'b', 'c', 'd', 'e');
    const first = page(world, { MaxKeys: 2 });
    expect(first).toMatchObject({ IsTruncated: true, KeyCount: 2, MaxKeys: 2 });
    expect(allPages(world, { MaxKeys: 2 })).toStrictEqual(['a', 'b', 'c', 'd', 'e']);
    expect(page(world, { MaxKeys: 0 })).toMatchObject({ IsTruncated: false, KeyCount: 0 });
    expect(page(world, { MaxKeys: 5000 }).MaxKeys).toBe(1000);
  });

  it('pages hold a thousand at most and join without a gap or a repeat [list/pages]: for all keys and page sizes', () => {
    const key = fc.string({
      unit: fc.constantFrom('a', 'b', '/', 'é'),
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(
        fc.uniqueArray(key, { maxLength: 20 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(undefined, '/', 'a'),
        fc.constantFrom('', 'a', 'b/'),
        (keys, MaxKeys, Delimiter, Prefix) => {
          const world = filled(...keys);
          const told = allPages(world, { MaxKeys, Delimiter, Prefix });
          const wanted = keys
            .filter((name) => name.startsWith(Prefix))
            .map((name) => {
              const cut = Delimiter === undefined ? -1 : name.indexOf(Delimiter, Prefix.length);
              return cut < 0 ? name : name.slice(0, cut + 1);
            });
          expect(told).toHaveLength(new Set(wanted).size);
          expect(new Set(told)).toStrictEqual(new Set(wanted));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keys behind the delimiter are rolled up, and count as one [list/prefixes]', () => {
    const world = filled('logs/1', 'logs/2', 'logs/sub/3', 'other', 'z/1');
    expect(page(world, { Delimiter: '/' })).toMatchObject({
      Contents: [{ Key: 'other' }],
      CommonPrefixes: [{ Prefix: 'logs/' }, { Prefix: 'z/' }],
      KeyCount: 3,
    });
    expect(page(world, { Delimiter: '/', Prefix: 'logs/' })).toMatchObject({
      Contents: [{ Key: 'logs/1' }, { Key: 'logs/2' }],
      CommonPrefixes: [{ Prefix: 'logs/sub/' }],
    });
  });

  it('a listing starts behind the key named [list/start-after]', () => {
    const world = filled('a', 'b', 'c');
    expect(keysOf(world, { StartAfter: 'a' })).toStrictEqual(['b', 'c']);
    expect(keysOf(world, { StartAfter: 'aa' })).toStrictEqual(['b', 'c']);
    expect(keysOf(filled('in/a', 'in/b'), { StartAfter: 'in/' })).toStrictEqual(['in/a', 'in/b']);
    expect(page(world, { StartAfter: 'a', Delimiter: '/' })).toMatchObject({
      StartAfter: 'a',
      Delimiter: '/',
    });
    expect(page(world)).not.toHaveProperty('Delimiter');
  });

  it('with url encoding keys are spelled as forms do [list/encoded]', () => {
    const world = filled('a b/é+%.txt');
    const told = page(world, { EncodingType: 'url', Prefix: 'a b' });
    expect(told).toMatchObject({ EncodingType: 'url', Prefix: 'a+b' });
    expect(told.Contents?.[0]?.Key).toBe('a+b/%C3%A9%2B%25.txt');
  });

  it('a continuation token that is none is refused with 400 [list/bad-token]', () => {
    const input = { Bucket: BUCKET, ContinuationToken: 'nonsense' };
    expect(filled('a').s3Refuses('ListObjectsV2', input)).toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
  });
});
