import {
  GetBucketReplicationCommand,
  type ReplicationRule,
  S3ServiceException,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { BucketReplication } from '../core/orders/plan-facts.ts';

/**
 * Whether every enabled replication rule of the bucket takes SSE-KMS objects along.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html
 */
export const createReadReplication =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<BucketReplication> => {
    try {
      const { ReplicationConfiguration: configuration } = await s3.send(
        new GetBucketReplicationCommand({ Bucket: bucket, ExpectedBucketOwner: account }),
      );
      const enabled = (configuration?.Rules ?? []).filter(({ Status }) => Status === 'Enabled');
      return { kind: enabled.every(takesSseKms) ? 'takes-sse-kms' : 'leaves-sse-kms' };
    } catch (error) {
      if (error instanceof S3ServiceException) {
        if (error.name === 'ReplicationConfigurationNotFoundError') {
          return { kind: 'takes-sse-kms' }; // switched off since: nothing left to drop out of
        }
        if (error.$metadata.httpStatusCode === 403) {
          return { kind: 'replication-unreadable', words: `${error.name}: ${error.message}` };
        }
      }
      throw error;
    }
  };

const takesSseKms = ({ SourceSelectionCriteria: criteria }: ReplicationRule): boolean =>
  criteria?.SseKmsEncryptedObjects?.Status === 'Enabled';
