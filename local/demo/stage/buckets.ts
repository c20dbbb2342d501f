import {
  CreateBucketCommand,
  type BucketLocationConstraint,
  type NotificationConfiguration,
  PutBucketEncryptionCommand,
  PutBucketNotificationConfigurationCommand,
  PutBucketVersioningCommand,
} from '@aws-sdk/client-s3';
import { assertNever } from '../../../core/assert-never.ts';
import type { World } from '../world/world.ts';
import { BUCKETS, type DemoBucket, type Told } from './bucket-list.ts';
import { guardBuckets } from './guard-buckets.ts';

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
  { name: Bucket, told, versioning, objectLock, acls, encryption }: DemoBucket,
): Promise<void> => {
  const { s3, region } = world;
  await s3.send(
    new CreateBucketCommand({
      Bucket,
      ...(objectLock === true && { ObjectLockEnabledForBucket: true }),
      ...(acls === true && { ObjectOwnership: 'ObjectWriter' }),
      CreateBucketConfiguration: { LocationConstraint: region as BucketLocationConstraint },
    }),
  );
  if (versioning !== undefined) {
    const VersioningConfiguration = { Status: versioning };
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  }
  if (encryption !== undefined) {
    const ServerSideEncryptionConfiguration = { Rules: [encryption(world.keys)] };
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

/** What the owners of some of them do before anything there can be isolated. */
export const guardSome = async (world: World): Promise<void> => {
  const guarded = BUCKETS.filter((bucket) => bucket.guarded);
  await guardBuckets(
    world,
    guarded.map(({ name }) => name),
  );
};
