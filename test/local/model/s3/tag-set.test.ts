import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, put, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const tag = (Key: string, Value = 'x') => ({ Key, Value });

const tagsOf = (world: World) => world.s3('GetObjectTagging', OBJECT).TagSet;

const metadataOf = (bytes: number) => ({ k: 'v'.repeat(bytes - 1) });

describe('tags and metadata', () => {
  it('a tag write replaces the whole set and leaves ETag and LastModified alone [tag/replace]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Tagging: 'old=1' });
    const { LastModified, ETag } = head(world, 'a');
    world.pass(60_000);
    world.s3('PutObjectTagging', { ...OBJECT, Tagging: { TagSet: [tag('new'), tag('more')] } });
    expect(tagsOf(world)).toStrictEqual([tag('new'), tag('more')]);
    expect(head(world, 'a')).toMatchObject({ LastModified, ETag, TagCount: 2 });
    world.s3('DeleteObjectTagging', OBJECT);
    expect(world.status()).toBe(204);
    expect(tagsOf(world)).toStrictEqual([]);
    expect(head(world, 'a')).not.toHaveProperty('TagCount');
  });

  it.each([
    ['eleven tags', Array.from({ length: 11 }, (_, n) => tag(`t${n}`)), 'BadRequest'],
    ['a key of 129', [tag('k'.repeat(129))], 'InvalidTag'],
    ['an empty key', [tag('')], 'InvalidTag'],
    ['a value of 257', [tag('k', 'v'.repeat(257))], 'InvalidTag'],
    ['a doubled key', [tag('k'), tag('k')], 'InvalidTag'],
    ['a key of AWS', [tag('aws:x')], 'InvalidTag'],
  ])(
    'more than ten tags, long, doubled or `aws:` keys are refused with 400 [tag/limits]: %s',
    (_title, TagSet, code) => {
      const world = createBucketWorld();
      put(world, 'a');
      const input = { ...OBJECT, Tagging: { TagSet } };
      expect(world.s3Refuses('PutObjectTagging', input)).toMatchObject({ status: 400, code });
    },
  );

  it('more than ten tags, long, doubled or `aws:` keys are refused with 400 [tag/limits]: ten fit', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const TagSet = Array.from({ length: 10 }, (_, n) => tag(`${n}`.repeat(128), 'v'.repeat(256)));
    world.s3('PutObjectTagging', { ...OBJECT, Tagging: { TagSet } });
    expect(tagsOf(world)).toHaveLength(10);
  });

  it('tags may come with the upload as a URL query [tag/header]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Tagging: 'team=a%20b&empty=' });
    expect(tagsOf(world)).toStrictEqual([tag('team', 'a b'), tag('empty', '')]);
    for (const Tagging of ['a=1&a=2', '=1']) {
      expect(world.s3Refuses('PutObject', { ...OBJECT, Tagging })).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    }
    const Tagging = Array.from({ length: 11 }, (_, n) => `t${n}=`).join('&');
    expect(world.s3Refuses('PutObject', { ...OBJECT, Tagging }).code).toBe('BadRequest');
  });

  it('user metadata above 2 KB is refused with 400 [tag/metadata-limit]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { Metadata: metadataOf(2048) });
    expect(world.s3Refuses('PutObject', { ...OBJECT, Metadata: metadataOf(2049) })).toMatchObject({
      status: 400,
      code: 'MetadataTooLarge',
    });
  });
});
