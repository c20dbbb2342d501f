import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, type World } from '../world.ts';

const encryptionOf = (world: World) =>
  world.s3('GetBucketEncryption', { Bucket: BUCKET }).ServerSideEncryptionConfiguration?.Rules?.[0];

const setEncryption = (world: World, ...Rules: readonly object[]) =>
  world.s3('PutBucketEncryption', {
    Bucket: BUCKET,
    ServerSideEncryptionConfiguration: { Rules: Rules as never },
  });

const SSE_S3 = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } };

const blocked = (...EncryptionType: readonly string[]) => ({
  BlockedEncryptionTypes: { EncryptionType },
});

const defaultOf = (SSEAlgorithm: string) => ({
  ApplyServerSideEncryptionByDefault: { SSEAlgorithm, KMSMasterKeyID: 'nobody' },
});

describe('the default encryption of a bucket', () => {
  it('a new bucket says AES256, no bucket key, SSE-C blocked [bucket/encryption-new]', () => {
    expect(encryptionOf(createBucketWorld())).toStrictEqual({
      ...SSE_S3,
      BucketKeyEnabled: false,
      ...blocked('SSE-C'),
    });
  });

  it('a default that names no blocked types leaves the block alone [bucket/encryption-keeps-block]', () => {
    const world = createBucketWorld();
    setEncryption(world, { ...SSE_S3, ...blocked('NONE') });
    setEncryption(world, SSE_S3);
    expect(encryptionOf(world)).toMatchObject(blocked('NONE'));
    setEncryption(world, blocked('SSE-C'));
    expect(encryptionOf(world)).toMatchObject({ ...SSE_S3, ...blocked('SSE-C') });
  });

  it.each([
    ['no rule', []],
    ['two rules', [SSE_S3, SSE_S3]],
    ['an unknown algorithm', [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:fsx' } }]],
    ['an empty list of blocked types', [{ ...SSE_S3, ...blocked() }]],
    ['an unknown blocked type', [{ ...SSE_S3, ...blocked('SSE-S3') }]],
  ])(
    'exactly one default encryption rule is taken [bucket/encryption-one-rule]: not %s',
    (_title, Rules) => {
      const world = createBucketWorld();
      const input = { Bucket: BUCKET, ServerSideEncryptionConfiguration: { Rules } } as never;
      expect(world.s3Refuses('PutBucketEncryption', input)).toMatchObject({
        status: 400,
        code: 'MalformedXML',
      });
    },
  );

  it('the default key is not looked at when it is set [bucket/encryption-key-unchecked]', () => {
    const world = createBucketWorld();
    setEncryption(world, defaultOf('aws:kms'));
    expect(encryptionOf(world)).toMatchObject(defaultOf('aws:kms'));
    expect(world.s3Refuses('PutObject', { Bucket: BUCKET, Key: 'a' }).code).toBe(
      'KMS.NotFoundException',
    );
    const input = {
      Bucket: BUCKET,
      ServerSideEncryptionConfiguration: { Rules: [defaultOf('AES256')] },
    } as never;
    expect(world.s3Refuses('PutBucketEncryption', input).code).toBe('InvalidArgument');
  });

  it('deleting the default brings SSE-S3 back and keeps the SSE-C block [bucket/encryption-reset]', () => {
    const world = createBucketWorld();
    setEncryption(world, {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' },
      BucketKeyEnabled: true,
      ...blocked('NONE'),
    });
    world.s3('DeleteBucketEncryption', { Bucket: BUCKET });
    expect(encryptionOf(world)).toStrictEqual({
      ...SSE_S3,
      BucketKeyEnabled: false,
      ...blocked('NONE'),
    });
  });
});
