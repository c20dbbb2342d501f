import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { BUCKET, createBucketWorld, head, keyArnIn, put, type World } from '../world.ts';

const setDefault = (world: World, algorithm: 'aws:kms' | 'aws:kms:dsse', key?: string) =>
  world.s3('PutBucketEncryption', {
    Bucket: BUCKET,
    ServerSideEncryptionConfiguration: {
      Rules: [
        {
          ApplyServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key },
          BucketKeyEnabled: true,
        },
      ],
    },
  });

describe('what an upload is encrypted with', () => {
  it('an upload that names no encryption is stored under SSE-S3 [encryption/default-sse-s3]', () => {
    const world = createBucketWorld();
    expect(put(world, 'a')).toMatchObject({ ServerSideEncryption: 'AES256' });
    expect(head(world, 'a')).toMatchObject({ ServerSideEncryption: 'AES256' });
    expect(head(world, 'a')).not.toHaveProperty('SSEKMSKeyId');
  });

  it('a bucket default of KMS or DSSE applies to uploads that name nothing [encryption/bucket-default]', () => {
    const world = createBucketWorld();
    const key = keyArnIn(world);
    setDefault(world, 'aws:kms', key);
    put(world, 'kms');
    setDefault(world, 'aws:kms:dsse', key);
    put(world, 'dsse');
    expect(head(world, 'kms')).toMatchObject({
      ServerSideEncryption: 'aws:kms',
      SSEKMSKeyId: key,
      BucketKeyEnabled: true,
    });
    expect(head(world, 'dsse')).toMatchObject({
      ServerSideEncryption: 'aws:kms:dsse',
      SSEKMSKeyId: key,
    });
  });

  it('what the request names beats the bucket default [encryption/request-first]', () => {
    const world = createBucketWorld();
    const [standard, asked] = [keyArnIn(world), keyArnIn(world)];
    setDefault(world, 'aws:kms', standard);
    put(world, 'plain', 'x', { ServerSideEncryption: 'AES256' });
    put(world, 'other', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: asked });
    expect(head(world, 'plain').ServerSideEncryption).toBe('AES256');
    expect(head(world, 'other').SSEKMSKeyId).toBe(asked);
  });

  it.each([
    [
      'an unknown algorithm is refused with 400 [encryption/unknown-algorithm]',
      { ServerSideEncryption: 'aes256' },
    ],
    [
      'a key id without `aws:kms` is refused with 400 [encryption/key-without-kms]',
      { SSEKMSKeyId: 'alias/payroll' },
    ],
    [
      'a key id without `aws:kms` is refused with 400 [encryption/key-without-kms]: with AES256',
      { ServerSideEncryption: 'AES256', SSEKMSKeyId: 'alias/payroll' },
    ],
    [
      '`aws:fsx` and `aws:backup` are shown, and no upload may name them [encryption/managed-elsewhere]',
      { ServerSideEncryption: 'aws:fsx' },
    ],
    [
      'an encryption context that is not base64 JSON of strings is refused [encryption/context-form]',
      { SSEKMSEncryptionContext: 'not base64 json' },
    ],
    [
      'an encryption context that is not base64 JSON of strings is refused [encryption/context-form]: not of strings',
      { SSEKMSEncryptionContext: Buffer.from('{"a":1}').toString('base64') },
    ],
  ])('%s', (_title, more) => {
    const world = createBucketWorld();
    const input = { Bucket: BUCKET, Key: 'a', ...more } as never;
    expect(world.s3Refuses('PutObject', input)).toMatchObject({
      status: 400,
      code: 'InvalidArgument',
    });
  });

  it('`aws:fsx` and `aws:backup` are shown, and no upload may name them [encryption/managed-elsewhere]: seeded', () => {
    const world = createBucketWorld();
    world.stage('PutManagedElsewhereObject', {
      Bucket: BUCKET,
      Key: 'a',
      ServerSideEncryption: 'aws:backup',
    });
    expect(head(world, 'a').ServerSideEncryption).toBe('aws:backup');
  });

  it('the ETag is the MD5 only for single uploads under SSE-S3 [encryption/etag]', () => {
    const world = createBucketWorld();
    const md5 = `"${createHash('md5').update('hello').digest('hex')}"`;
    expect(put(world, 'plain').ETag).toBe(md5);
    const kms = { ServerSideEncryption: 'aws:kms' } as const;
    const [one, two] = [put(world, 'one', 'hello', kms).ETag, put(world, 'two', 'hello', kms).ETag];
    expect(one).toMatch(/^"[0-9a-f]{32}"$/);
    expect(new Set([md5, one, two]).size).toBe(3);
  });
});
