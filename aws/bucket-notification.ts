import {
  GetBucketNotificationConfigurationCommand,
  type LambdaFunctionConfiguration,
  PutBucketNotificationConfigurationCommand,
  type QueueConfiguration,
  type S3Client,
  type TopicConfiguration,
} from '@aws-sdk/client-s3';
import type { BucketNotification } from '../core/buckets/bucket-notification.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketNotificationConfiguration.html */
export const createReadNotification =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<BucketNotification> => {
    const found = await s3.send(
      new GetBucketNotificationConfigurationCommand({
        Bucket: bucket,
        ExpectedBucketOwner: account,
      }),
    );
    return {
      topics: found.TopicConfigurations ?? [],
      queues: found.QueueConfigurations ?? [],
      functions: found.LambdaFunctionConfigurations ?? [],
      eventBridge: found.EventBridgeConfiguration !== undefined,
    };
  };

/**
 * Replaces the whole configuration: S3 has no call that adds to it, and no precondition on this one.
 * Destinations are not validated again: what is there was, and a test event would go to every one of them.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
export const createWriteNotification =
  (s3: S3Client, account: string) =>
  async (
    bucket: string,
    { topics, queues, functions, eventBridge }: BucketNotification,
  ): Promise<void> => {
    await s3.send(
      new PutBucketNotificationConfigurationCommand({
        Bucket: bucket,
        ExpectedBucketOwner: account,
        SkipDestinationValidation: true,
        NotificationConfiguration: {
          TopicConfigurations: topics as TopicConfiguration[],
          QueueConfigurations: queues as QueueConfiguration[],
          LambdaFunctionConfigurations: functions as LambdaFunctionConfiguration[],
          ...(eventBridge && { EventBridgeConfiguration: {} }),
        },
      }),
    );
  };
