import * as S3 from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ACCOUNT,
  REGION,
  startWithClients,
  stopAll,
  type FrontWithClients,
} from '../with-front.ts';

const Bucket = 'payroll-2026';
const keyArn = `arn:aws:kms:${REGION}:${ACCOUNT}:key/0f0f0f0f-0000-4000-8000-000000000000`;

describe('bucket settings go through the wire and come back', () => {
  let aws: FrontWithClients;
  beforeAll(async () => {
    aws = await startWithClients();
    await aws.s3.send(
      new S3.CreateBucketCommand({
        Bucket,
        CreateBucketConfiguration: { LocationConstraint: REGION },
        ObjectLockEnabledForBucket: true,
      }),
    );
  });
  afterAll(() => stopAll(aws));

  it('HeadBucket, GetBucketLocation, ListBuckets', async () => {
    const head = await aws.s3.send(
      new S3.HeadBucketCommand({ Bucket, ExpectedBucketOwner: ACCOUNT }),
    );
    expect(head.BucketRegion).toBe(REGION);
    const where = await aws.s3.send(new S3.GetBucketLocationCommand({ Bucket }));
    expect(where.LocationConstraint).toBe(REGION);
    const { Buckets } = await aws.s3.send(new S3.ListBucketsCommand({}));
    expect(Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
  });

  it('default encryption with its key and its blocked types', async () => {
    const rule: S3.ServerSideEncryptionRule = {
      ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: keyArn },
      BucketKeyEnabled: true,
      BlockedEncryptionTypes: { EncryptionType: ['SSE-C'] },
    };
    await aws.s3.send(
      new S3.PutBucketEncryptionCommand({
        Bucket,
        ServerSideEncryptionConfiguration: { Rules: [rule] },
      }),
    );
    const read = await aws.s3.send(new S3.GetBucketEncryptionCommand({ Bucket }));
    expect(read.ServerSideEncryptionConfiguration).toEqual({ Rules: [rule] });
    await aws.s3.send(new S3.DeleteBucketEncryptionCommand({ Bucket }));
    const reset = await aws.s3.send(new S3.GetBucketEncryptionCommand({ Bucket }));
    const [first] = reset.ServerSideEncryptionConfiguration?.Rules ?? [];
    expect(first?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe('AES256');
  });

  it('notifications: queues with filters, topics, and EventBridge as an empty element', async () => {
    const NotificationConfiguration: S3.NotificationConfiguration = {
      QueueConfigurations: [
        {
          Id: 'q <&>',
          QueueArn: `arn:aws:sqs:${REGION}:${ACCOUNT}:objects`,
          Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'],
          Filter: { Key: { FilterRules: [{ Name: 'prefix', Value: 'in box/' }] } },
        },
      ],
      TopicConfigurations: [
        {
          Id: 't',
          TopicArn: `arn:aws:sns:${REGION}:${ACCOUNT}:topic`,
          Events: ['s3:ObjectTagging:*'],
        },
      ],
      EventBridgeConfiguration: {},
    };
    await aws.s3.send(
      new S3.PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
    );
    const { $metadata: _, ...read } = await aws.s3.send(
      new S3.GetBucketNotificationConfigurationCommand({ Bucket }),
    );
    expect(read).toEqual(NotificationConfiguration);
  });

  it('tags, policy, ownership, versioning, object lock', async () => {
    const TagSet = [{ Key: 'team', Value: 'a & b' }];
    await aws.s3.send(new S3.PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect((await aws.s3.send(new S3.GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);

    const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [] });
    await aws.s3.send(new S3.PutBucketPolicyCommand({ Bucket, Policy }));
    expect((await aws.s3.send(new S3.GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);

    const Rules: S3.OwnershipControlsRule[] = [{ ObjectOwnership: 'BucketOwnerPreferred' }];
    await aws.s3.send(
      new S3.PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }),
    );
    const owned = await aws.s3.send(new S3.GetBucketOwnershipControlsCommand({ Bucket }));
    expect(owned.OwnershipControls?.Rules).toEqual(Rules);

    const versioning = await aws.s3.send(new S3.GetBucketVersioningCommand({ Bucket }));
    expect(versioning.Status).toBe('Enabled'); // object lock switches it on

    const ObjectLockConfiguration: S3.ObjectLockConfiguration = {
      ObjectLockEnabled: 'Enabled',
      Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 7 } },
    };
    await aws.s3.send(
      new S3.PutObjectLockConfigurationCommand({ Bucket, ObjectLockConfiguration }),
    );
    const lock = await aws.s3.send(new S3.GetObjectLockConfigurationCommand({ Bucket }));
    expect(lock.ObjectLockConfiguration).toEqual(ObjectLockConfiguration);
  });

  it('replication', async () => {
    const ReplicationConfiguration: S3.ReplicationConfiguration = {
      Role: `arn:aws:iam::${ACCOUNT}:role/replicate`,
      Rules: [
        {
          ID: 'all',
          Priority: 1,
          Status: 'Enabled',
          Filter: { Prefix: '' },
          DeleteMarkerReplication: { Status: 'Disabled' },
          SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
          Destination: {
            Bucket: 'arn:aws:s3:::copies',
            EncryptionConfiguration: { ReplicaKmsKeyID: keyArn },
          },
        },
      ],
    };
    await aws.s3.send(new S3.PutBucketReplicationCommand({ Bucket, ReplicationConfiguration }));
    const read = await aws.s3.send(new S3.GetBucketReplicationCommand({ Bucket }));
    expect(read.ReplicationConfiguration).toEqual(ReplicationConfiguration);
  });
});
