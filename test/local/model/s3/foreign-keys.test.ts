import { describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  BUCKET,
  bytesOf,
  createBucketWorld,
  foreignKeyIn,
  head,
  keyArnIn,
  OTHER_ACCOUNT,
  put,
  type World,
} from '../world.ts';

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

describe('keys of other accounts', () => {
  it("another account's key works by full ARN where it is shared, else 403 [encryption/foreign-key]", () => {
    const world = createBucketWorld();
    const [shared, kept] = [foreignKeyIn(world, [ACCOUNT]), foreignKeyIn(world)];
    const kms = { ServerSideEncryption: 'aws:kms' } as const;
    put(world, 'a', 'x', { ...kms, SSEKMSKeyId: shared });
    expect(head(world, 'a').SSEKMSKeyId).toBe(shared);
    const input = { Bucket: BUCKET, Key: 'b', ...kms };
    expect(world.s3Refuses('PutObject', { ...input, SSEKMSKeyId: kept }).status).toBe(403);
    const bareId = shared.slice(shared.indexOf('/') + 1);
    expect(world.s3Refuses('PutObject', { ...input, SSEKMSKeyId: bareId }).code).toBe(
      'KMS.NotFoundException',
    );
  });

  it("another account's key works by full ARN where it is shared, else 403 [encryption/foreign-key]: or denied by its policy", () => {
    const world = createBucketWorld();
    const arn = keyArnIn(world);
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: arn });
    world.stage('DenyKeyRequests', { KeyId: arn, Operations: ['Cryptography'] });
    expect(world.s3Refuses('GetObject', { Bucket: BUCKET, Key: 'a' })).toMatchObject({
      status: 403,
      code: 'AccessDenied',
    });
  });

  it('an alias is looked up in the account of the requester [encryption/alias-of-requester]', () => {
    const world = createBucketWorld();
    const [ours, theirs] = [keyArnIn(world), foreignKeyIn(world)];
    const caller = { account: OTHER_ACCOUNT };
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: ours });
    world.kms('CreateAlias', { AliasName: 'alias/data', TargetKeyId: theirs }, { caller });
    setDefault(world, 'aws:kms', 'alias/data');
    put(world, 'ours');
    world.s3('PutObject', { Bucket: BUCKET, Key: 'theirs', Body: bytesOf('x') }, { caller });
    expect(head(world, 'ours').SSEKMSKeyId).toBe(ours);
    expect(head(world, 'theirs').SSEKMSKeyId).toBe(theirs);
  });
});
