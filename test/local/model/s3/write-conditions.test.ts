import { describe, expect, it } from '@jest/globals';
import { BUCKET, bytesOf, createBucketWorld, put, textOf, type World } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

const startUpload = (world: World, text: string) => {
  const { UploadId } = world.s3('CreateMultipartUpload', OBJECT);
  const part = { ...OBJECT, UploadId, PartNumber: 1, Body: bytesOf(text) };
  const { ETag } = world.s3('UploadPart', part);
  return { ...OBJECT, UploadId, MultipartUpload: { Parts: [{ PartNumber: 1, ETag }] } };
};

type Conditions = { IfMatch?: string; IfNoneMatch?: string };

const writers: readonly (readonly [
  string,
  {
    readonly write: (world: World, conditions: Conditions) => unknown;
    readonly refused: (world: World, conditions: Conditions) => { status: number; code: string };
  },
])[] = [
  [
    'PutObject',
    {
      write: (world, conditions) => put(world, 'a', 'new', conditions),
      refused: (world, conditions) =>
        world.s3Refuses('PutObject', { ...OBJECT, Body: bytesOf('new'), ...conditions }),
    },
  ],
  [
    'CopyObject',
    {
      write: (world, conditions) => {
        put(world, 'source', 'new');
        world.s3('CopyObject', { ...OBJECT, CopySource: `${BUCKET}/source`, ...conditions });
      },
      refused: (world, conditions) => {
        put(world, 'source', 'new');
        const input = { ...OBJECT, CopySource: `${BUCKET}/source`, ...conditions };
        return world.s3Refuses('CopyObject', input);
      },
    },
  ],
  [
    'CompleteMultipartUpload',
    {
      write: (world, conditions) =>
        world.s3('CompleteMultipartUpload', { ...startUpload(world, 'new'), ...conditions }),
      refused: (world, conditions) =>
        world.s3Refuses('CompleteMultipartUpload', { ...startUpload(world, 'new'), ...conditions }),
    },
  ],
];

describe.each(writers)('%s', (_name, { write, refused }) => {
  it('If-None-Match `*` writes only where no object is current, else 412 [condition/if-none-match]', () => {
    const world = createBucketWorld('Enabled');
    write(world, { IfNoneMatch: '*' });
    expect(refused(world, { IfNoneMatch: '*' })).toMatchObject({
      status: 412,
      code: 'PreconditionFailed',
    });
    world.s3('DeleteObject', OBJECT);
    write(world, { IfNoneMatch: '*' });
    expect(textOf(world, 'a')).toBe('new');
  });

  it('If-Match writes only over that ETag: 412 for another, 404 for none [condition/if-match]', () => {
    const world = createBucketWorld('Enabled');
    expect(refused(world, { IfMatch: '"0"' })).toMatchObject({ status: 404, code: 'NoSuchKey' });
    const etag = put(world, 'a', 'old').ETag ?? '';
    expect(refused(world, { IfMatch: '"0"' })).toMatchObject({ status: 412 });
    write(world, { IfMatch: etag });
    expect(textOf(world, 'a')).toBe('new');
    world.s3('DeleteObject', OBJECT);
    expect(refused(world, { IfMatch: etag })).toMatchObject({ status: 404, code: 'NoSuchKey' });
  });

  it('If-Match writes only over that ETag: 412 for another, 404 for none [condition/if-match]: without quotes too', () => {
    const world = createBucketWorld();
    const etag = put(world, 'a', 'old').ETag ?? '';
    write(world, { IfMatch: etag.replaceAll('"', '') });
    expect(textOf(world, 'a')).toBe('new');
  });

  it('If-None-Match other than `*` is not modelled for writes [condition/other-if-none-match]', () => {
    const world = createBucketWorld();
    expect(refused(world, { IfNoneMatch: '"0"' })).toMatchObject({
      status: 501,
      code: 'NotImplemented',
    });
  });
});
