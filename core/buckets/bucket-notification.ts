/**
 * What a bucket notifies of. The entries are opaque: they go back exactly as S3 gave them.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_NotificationConfiguration.html
 */
export type BucketNotification = {
  readonly topics: readonly object[];
  readonly queues: readonly object[];
  readonly functions: readonly object[];
  readonly eventBridge: boolean;
};
