import { describe, expect, it } from '@jest/globals';
import {
  BUCKET,
  createBucketWorld,
  head,
  keyArnIn,
  NOW,
  OTHER_ACCOUNT,
  put,
  textOf,
} from '../world.ts';

const copy = { Bucket: BUCKET, Key: 'copy', CopySource: `${BUCKET}/a` };

describe('what can be a source', () => {
  it('source conditions that do not hold are refused with 412 [copy/source-conditions]', () => {
    const world = createBucketWorld();
    const { ETag } = put(world, 'a');
    const refusal = { status: 412, code: 'PreconditionFailed' };
    for (const condition of [
      { CopySourceIfMatch: '"0"' },
      { CopySourceIfNoneMatch: ETag },
      { CopySourceIfModifiedSince: new Date(NOW + 86_400_000) },
      { CopySourceIfUnmodifiedSince: new Date(NOW - 86_400_000) },
    ]) {
      expect(world.s3Refuses('CopyObject', { ...copy, ...condition })).toMatchObject(refusal);
    }
    world.s3('CopyObject', {
      ...copy,
      CopySourceIfMatch: ETag,
      CopySourceIfUnmodifiedSince: new Date(NOW - 86_400_000),
    });
    expect(textOf(world, 'copy')).toBe('hello');
  });

  it('a source above 5 GiB is refused with 400 [copy/too-large]', () => {
    const world = createBucketWorld(undefined, { limits: { copySourceBytes: 4 } });
    put(world, 'a', '12345');
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
    put(world, 'a', '1234');
    world.s3('CopyObject', copy);
    expect(textOf(world, 'copy')).toBe('1234');
  });

  it('an archived source is refused with 403 until it is restored [copy/archived]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { StorageClass: 'GLACIER' });
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject({
      status: 403,
      code: 'ObjectNotInActiveTierError',
    });
    world.s3('RestoreObject', { Bucket: BUCKET, Key: 'a', RestoreRequest: { Days: 1 } });
    world.s3('CopyObject', copy);
    expect(head(world, 'copy')).not.toHaveProperty('StorageClass');
  });

  it('a source whose key cannot be used is refused as on GET [copy/source-key]', () => {
    const world = createBucketWorld();
    const key = keyArnIn(world);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: key });
    world.kms('DisableKey', { KeyId: key });
    expect(world.s3Refuses('CopyObject', copy)).toMatchObject({
      status: 400,
      code: 'KMS.DisabledException',
    });
  });

  it('a delete marker is no source: 404, or 400 by version id [copy/delete-marker]', () => {
    const world = createBucketWorld('Enabled');
    put(world, 'a');
    const { VersionId } = world.s3('DeleteObject', { Bucket: BUCKET, Key: 'a' });
    expect(world.s3Refuses('CopyObject', copy).status).toBe(404);
    const CopySource = `${BUCKET}/a?versionId=${VersionId}`;
    expect(world.s3Refuses('CopyObject', { ...copy, CopySource })).toMatchObject({
      status: 400,
      code: 'InvalidRequest',
    });
  });

  it('a wrong expected source owner is refused with 403 [copy/source-owner]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const input = { ...copy, ExpectedSourceBucketOwner: OTHER_ACCOUNT };
    expect(world.s3Refuses('CopyObject', input)).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });

  it.each([
    ['a b+c.txt', 'a%20b%2Bc.txt'],
    ['a b.txt', 'a+b.txt'],
    ['100%.txt', '100%25.txt'],
    ['what?versionId=x', 'what%3FversionId%3Dx'],
    ['é/日本語', encodeURIComponent('é/日本語')],
    ['/leading', '/leading'],
    ['../up', '../up'],
  ])(
    'the source is URL-decoded once, with `+` for a space [copy/encoded-source]: %s',
    (key, encoded) => {
      const world = createBucketWorld();
      put(world, key, key);
      world.s3('CopyObject', { ...copy, CopySource: `${BUCKET}/${encoded}` });
      world.s3('CopyObject', { ...copy, Key: 'slash', CopySource: `/${BUCKET}/${encoded}` });
      expect([textOf(world, 'copy'), textOf(world, 'slash')]).toStrictEqual([key, key]);
    },
  );

  it('the source is URL-decoded once, with `+` for a space [copy/encoded-source]: and a broken escape is refused', () => {
    const world = createBucketWorld();
    expect(world.s3Refuses('CopyObject', { ...copy, CopySource: `${BUCKET}/100%` })).toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
  });
});
