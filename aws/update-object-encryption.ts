import { type S3Client, UpdateObjectEncryptionCommand } from '@aws-sdk/client-s3';
import type { Outcome, UpdateEncryption } from '../core/orders/order.ts';
import { toRefusal } from './to-refusal.ts';

/**
 * Re-keys exactly the version of the order, in place. There is no precondition to send: in an unversioned bucket
 * an object overwritten in between has its newer data re-keyed, and the reader's next verdict is about that.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html
 */
export const createUpdateObjectEncryption =
  (s3: S3Client, account: string) =>
  async ({ ref, to }: UpdateEncryption): Promise<Outcome> => {
    try {
      await s3.send(
        new UpdateObjectEncryptionCommand({
          Bucket: ref.bucket,
          Key: ref.key,
          ...(ref.versionId !== undefined && { VersionId: ref.versionId }),
          ObjectEncryption: {
            SSEKMS: { KMSKeyArn: to.keyArn, BucketKeyEnabled: to.bucketKey },
          },
          ExpectedBucketOwner: account,
        }),
      );
      return { kind: 'applied' };
    } catch (error) {
      const refusal = toRefusal(error);
      return refusal.kind === 'changed' ? { kind: 'superseded', words: refusal.words } : refusal;
    }
  };
