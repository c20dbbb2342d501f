import {
  CreateBucketCommand,
  type BucketLocationConstraint,
  type NotificationConfiguration,
  PutBucketEncryptionCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
  type ServerSideEncryptionRule,
} from '@aws-sdk/client-s3';
import { assertNever } from '../../../core/assert-never.ts';
import type { World } from '../world/world.ts';

/** How the stack hears of new objects: `none` is a bucket that nobody enrolled, which only a sweep reaches. */
type Told = 'eventbridge' | 'queue' | 'topic' | 'none';

type DemoBucket = {
  readonly name: string;
  readonly told: Told;
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly objectLock?: true;
  readonly encryption?: (world: World) => ServerSideEncryptionRule;
};

export const BUCKETS: readonly DemoBucket[] = [
  { name: 'payroll', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'payroll-exports', told: 'eventbridge' },
  { name: 'payroll-suspended', told: 'eventbridge', versioning: 'Suspended' },
  { name: 'payroll-locked', told: 'eventbridge', objectLock: true },
  {
    name: 'payroll-sealed', // by its owner, as all should be
    told: 'eventbridge',
    encryption: ({ keys }) => ({
      ApplyServerSideEncryptionByDefault: {
        SSEAlgorithm: 'aws:kms',
        KMSMasterKeyID: keys.payroll,
      },
      BucketKeyEnabled: true,
    }),
  },
  {
    name: 'payroll-partners', // new buckets refuse SSE-C; this owner lifted the block
    told: 'eventbridge',
    encryption: () => ({ BlockedEncryptionTypes: { EncryptionType: ['NONE'] } }),
  },
  { name: 'payroll-queue', told: 'queue' },
  { name: 'payroll-topic', told: 'topic', versioning: 'Enabled' },
  { name: 'payroll-archive', told: 'none' },
  { name: 'shared', told: 'eventbridge' },
  { name: 'campaigns', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'evidence', told: 'eventbridge', versioning: 'Enabled' },
  { name: 'etl-landing', told: 'eventbridge' },
];

const CREATED = ['s3:ObjectCreated:*'] as const;

const notification = async (
  told: Exclude<Told, 'none'>,
  world: World,
): Promise<NotificationConfiguration> => {
  switch (told) {
    case 'eventbridge':
      return { EventBridgeConfiguration: {} };
    case 'queue':
      return { QueueConfigurations: [{ QueueArn: world.objectsQueueArn, Events: [...CREATED] }] };
    case 'topic': {
      const TopicArn = await world.topicToObjects('payroll-uploads');
      return { TopicConfigurations: [{ TopicArn, Events: [...CREATED] }] };
    }
    default:
      return assertNever(told);
  }
};

const createBucket = async (
  world: World,
  { name: Bucket, told, versioning, objectLock, encryption }: DemoBucket,
): Promise<void> => {
  const { s3, region } = world;
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(objectLock === true && { ObjectLockEnabledForBucket: true }),
      CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
    }),
  );
  if (versioning !== undefined) {
    const VersioningConfiguration = { Status: versioning };
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  if (encryption !== undefined) {
    const ServerSideEncryptionConfiguration = { Rules: [encryption(world)] };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
  }
  if (told !== 'none') {
    const NotificationConfiguration = await notification(told, world);
    await s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
    );
  }
};

/** The buckets of an account that Sealward was just deployed to, over S3's own API. */
export const createBuckets = async (world: World): Promise<void> => {
  await Promise.all(BUCKETS.map(async (bucket) => createBucket(world, bucket)));
};
