import { describe, expect, it } from '@jest/globals';
import { ACCOUNT, BUCKET, createBucketWorld, head, keyArnIn, put, type World } from '../world.ts';

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

const awsS3Arn = (world: World): string | undefined =>
  world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata?.Arn;

describe('which KMS key an upload gets, and whether through a bucket key', () => {
  it('`aws:kms` without a key means the aws/s3 key, never the default key of the bucket [encryption/aws-s3-key]', () => {
    const world = createBucketWorld();
    setDefault(world, 'aws:kms', keyArnIn(world));
    put(world, 'asked', 'x', { ServerSideEncryption: 'aws:kms' });
    setDefault(world, 'aws:kms');
    put(world, 'default');
    expect(head(world, 'asked').SSEKMSKeyId).toBe(awsS3Arn(world));
    expect(head(world, 'default').SSEKMSKeyId).toBe(awsS3Arn(world));
  });

  it('the aws/s3 key is made at its first use and stays the same afterwards [encryption/aws-s3-once]', () => {
    const world = createBucketWorld();
    expect(world.kms('ListKeys', {}).Keys).toStrictEqual([]);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms' });
    put(world, 'b', 'x', { ServerSideEncryption: 'aws:kms:dsse' });
    expect(world.kms('ListKeys', {}).Keys).toHaveLength(1);
    expect(head(world, 'a').SSEKMSKeyId).toBe(head(world, 'b').SSEKMSKeyId);
    expect(world.kms('DescribeKey', { KeyId: 'alias/aws/s3' }).KeyMetadata).toMatchObject({
      KeyManager: 'AWS',
    });
  });

  it('key id, alias name, alias ARN and key ARN all come back as the key ARN [encryption/full-arn]', () => {
    const world = createBucketWorld();
    const arn = keyArnIn(world);
    world.kms('CreateAlias', { AliasName: 'alias/payroll', TargetKeyId: arn });
    const forms = [
      arn,
      arn.slice(arn.indexOf('/') + 1),
      'alias/payroll',
      `arn:aws:kms:eu-west-1:${ACCOUNT}:alias/payroll`,
    ];
    for (const form of forms) {
      put(world, form, 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: form });
      expect(head(world, form).SSEKMSKeyId).toBe(arn);
    }
  });

  it('the bucket key is on by request, else by bucket default [encryption/bucket-key]', () => {
    const world = createBucketWorld();
    const kms = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: keyArnIn(world) } as const;
    put(world, 'on', 'x', { ...kms, BucketKeyEnabled: true });
    setDefault(world, 'aws:kms');
    put(world, 'inherited', 'x', kms);
    put(world, 'off', 'x', { ...kms, BucketKeyEnabled: false });
    expect(head(world, 'on').BucketKeyEnabled).toBe(true);
    expect(head(world, 'inherited').BucketKeyEnabled).toBe(true);
    expect(head(world, 'off').BucketKeyEnabled).toBeUndefined();
  });

  it('answers omit the bucket key where it is off [encryption/bucket-key-omitted]', () => {
    const world = createBucketWorld();
    const output = put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms' });
    expect(output).not.toHaveProperty('BucketKeyEnabled');
    expect(head(world, 'a')).not.toHaveProperty('BucketKeyEnabled');
  });

  it('DSSE-KMS has no bucket key, whoever asks for it [encryption/dsse-no-bucket-key]', () => {
    const world = createBucketWorld();
    setDefault(world, 'aws:kms');
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms:dsse', BucketKeyEnabled: true });
    expect(head(world, 'a')).not.toHaveProperty('BucketKeyEnabled');
  });
});
