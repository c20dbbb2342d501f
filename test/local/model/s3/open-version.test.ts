import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, put, textOf } from '../world.ts';

const OBJECT = { Bucket: BUCKET, Key: 'a' };

describe('what is not there', () => {
  it('what is missing is 404, or 403 where listing is denied [read/missing]', () => {
    const world = createBucketWorld('Enabled');
    const other = put(world, 'b').VersionId;
    expect(world.s3Refuses('HeadObject', OBJECT)).toMatchObject({ status: 404, code: 'NoSuchKey' });
    put(world, 'a');
    expect(world.s3Refuses('GetObject', { ...OBJECT, VersionId: other })).toMatchObject({
      status: 404,
      code: 'NoSuchVersion',
    });
    world.stage('DenyRequests', { Bucket: BUCKET, Operations: ['ListObjectsV2'] });
    expect(world.s3Refuses('HeadObject', { Bucket: BUCKET, Key: 'gone' })).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
    expect(textOf(world, 'a')).toBe('hello');
  });

  it.each(['x', '', 'a'.repeat(31), `${'a'.repeat(31)}!`])(
    'a version id that cannot be one is refused with 400 [read/malformed-version]: %j',
    (VersionId) => {
      const world = createBucketWorld('Enabled');
      put(world, 'a');
      const refusal = { status: 400, code: 'InvalidArgument' };
      expect(world.s3Refuses('HeadObject', { ...OBJECT, VersionId })).toMatchObject(refusal);
      expect(world.s3Refuses('DeleteObject', { ...OBJECT, VersionId })).toMatchObject(refusal);
    },
  );

  it('a delete marker is 404, and 405 by its version id, and says what it is [read/delete-marker]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    const { VersionId } = world.s3('DeleteObject', OBJECT);
    const marker = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': VersionId };
    expect(world.s3Refuses('HeadObject', OBJECT)).toMatchObject({
      status: 404,
      code: 'NoSuchKey',
      headers: marker,
    });
    expect(world.s3Refuses('GetObject', { ...OBJECT, VersionId })).toMatchObject({
      status: 405,
      code: 'MethodNotAllowed',
      headers: { ...marker, 'last-modified': expect.any(String) },
    });
  });

  it('a key above 1,024 bytes is refused with 400 [read/key-length]', () => {
    const world = createBucketWorld();
    const longest = `${'é'.repeat(511)}ab`;
    expect(Buffer.byteLength(longest)).toBe(1024);
    put(world, longest, 'kept');
    expect(textOf(world, longest)).toBe('kept');
    const input = { Bucket: BUCKET, Key: `${longest}c` };
    expect(world.s3Refuses('PutObject', input)).toMatchObject({
      status: 400,
      code: 'KeyTooLongError',
    });
  });
});
