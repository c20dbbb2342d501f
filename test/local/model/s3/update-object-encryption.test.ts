import { describe, expect, it } from '@jest/globals';
import { BUCKET, createBucketWorld, head, keyArnIn, put, textOf, type World } from '../world.ts';

const update = (key: string, KMSKeyArn: string | undefined, BucketKeyEnabled?: boolean) => ({
  Bucket: BUCKET,
  Key: key,
  ObjectEncryption: { SSEKMS: { KMSKeyArn, BucketKeyEnabled } },
});

const dataOf = (world: World, key: string, versionId?: string) => {
  const {
    ServerSideEncryption: _algorithm,
    SSEKMSKeyId: _key,
    BucketKeyEnabled: _bucketKey,
    ...rest
  } = world.s3('HeadObject', {
    Bucket: BUCKET,
    Key: key,
    VersionId: versionId,
    ChecksumMode: 'ENABLED',
  });
  return rest;
};

describe('re-keying in place', () => {
  it('SSE-S3 and SSE-KMS objects go to the key named, whatever their class or version [update/re-keys]', () => {
    const world = createBucketWorld('Enabled');
    const [from, to] = [keyArnIn(world), keyArnIn(world)];
    const older = put(world, 'a', 'one').VersionId ?? '';
    put(world, 'a', 'two', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: from });
    put(world, 'cold', 'ice', { StorageClass: 'DEEP_ARCHIVE' });
    world.s3('UpdateObjectEncryption', { ...update('a', to, true), VersionId: older });
    world.s3('UpdateObjectEncryption', update('a', to));
    world.s3('UpdateObjectEncryption', update('cold', to));
    const underTo = { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: to };
    expect(head(world, 'a', older)).toMatchObject({ ...underTo, BucketKeyEnabled: true });
    expect(head(world, 'a')).toMatchObject(underTo);
    expect(head(world, 'cold')).toMatchObject({ ...underTo, StorageClass: 'DEEP_ARCHIVE' });
  });

  it('bytes, ETag, LastModified, version id, checksum, tags, metadata, class and ACL stay [update/keeps-the-rest]', () => {
    const world = createBucketWorld('Enabled');
    const { VersionId } = put(world, 'a', 'kept', {
      Metadata: { owner: 'payroll' },
      Tagging: 'team=a&tier=1',
      ContentType: 'text/csv',
      StorageClass: 'STANDARD_IA',
      ChecksumAlgorithm: 'SHA256',
    });
    const before = dataOf(world, 'a');
    world.pass(86_400_000);
    world.s3('UpdateObjectEncryption', { ...update('a', keyArnIn(world)), VersionId });
    expect(dataOf(world, 'a')).toStrictEqual(before);
    expect(before).toMatchObject({ VersionId, TagCount: 2, Metadata: { owner: 'payroll' } });
    expect(textOf(world, 'a')).toBe('kept');
    expect(world.s3('ListObjectVersions', { Bucket: BUCKET }).Versions).toHaveLength(1);
  });

  it('the bucket key is off unless asked for, whatever the bucket default says [update/bucket-key-off]', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const key = keyArnIn(world);
    world.s3('PutBucketEncryption', {
      Bucket: BUCKET,
      ServerSideEncryptionConfiguration: {
        Rules: [
          {
            ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key },
            BucketKeyEnabled: true,
          },
        ],
      },
    });
    world.s3('UpdateObjectEncryption', update('a', key));
    expect(head(world, 'a')).not.toHaveProperty('BucketKeyEnabled');
    world.s3('UpdateObjectEncryption', update('a', key, true));
    expect(head(world, 'a').BucketKeyEnabled).toBe(true);
  });

  it('without a version id the current version is re-keyed, no other [update/current-version]', () => {
    const world = createBucketWorld('Enabled');
    const older = put(world, 'a', 'one').VersionId;
    put(world, 'a', 'two');
    world.s3('UpdateObjectEncryption', update('a', keyArnIn(world)));
    expect(head(world, 'a').ServerSideEncryption).toBe('aws:kms');
    expect(head(world, 'a', older).ServerSideEncryption).toBe('AES256');
  });

  it('no event tells of it [update/no-event]', () => {
    const world = createBucketWorld();
    world.s3('PutBucketNotificationConfiguration', {
      Bucket: BUCKET,
      NotificationConfiguration: { EventBridgeConfiguration: {} },
    });
    put(world, 'a');
    expect(world.events()).toHaveLength(1);
    const key = keyArnIn(world);
    world.s3('UpdateObjectEncryption', update('a', key));
    expect(world.events()).toStrictEqual([]);
  });

  it('the replication status stays as it was [update/not-replicated]', () => {
    const world = createBucketWorld('Enabled');
    world.s3('PutBucketReplication', {
      Bucket: BUCKET,
      ReplicationConfiguration: {
        Role: 'r',
        Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copy' } }],
      },
    });
    put(world, 'a');
    world.stage('CompleteReplication', { Bucket: BUCKET, Key: 'a', Status: 'COMPLETED' });
    world.s3('UpdateObjectEncryption', update('a', keyArnIn(world)));
    expect(head(world, 'a').ReplicationStatus).toBe('COMPLETED');
  });
});
