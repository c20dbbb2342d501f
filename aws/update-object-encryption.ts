import {
  S3ServiceException,
  type S3Client,
  UpdateObjectEncryptionCommand,
} from '@aws-sdk/client-s3';
import type { Outcome, UpdateEncryption } from '../core/orders/order.ts';

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
      return toOutcome(error);
    }
  };

// S3 answers these with a 4xx although trying again may well succeed
// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
const TRY_AGAIN = new Set([
  'ExpiredToken',
  'RequestTimeout',
  'RequestTimeTooSkewed',
  'KMS.ThrottlingException',
  'KMS.KMSInternalException',
  'KMS.DependencyTimeoutException',
  'KMS.KeyUnavailableException',
]);

/** What AWS will not do is an outcome; what it may do later is thrown on: the queue tries again. */
const toOutcome = (error: unknown): Outcome => {
  if (!(error instanceof S3ServiceException) || TRY_AGAIN.has(error.name)) {
    throw error;
  }
  const words = error.message;
  switch (error.$metadata.httpStatusCode) {
    case 404: // deleted meanwhile
    case 405: // the version is a delete marker
      return { kind: 'superseded', words: `${error.name}: ${words}` };
    case 400: // this key, this source or this target is not to be had
    case 403: // no right to, or Object Lock
      return { kind: 'refused', code: error.name, words };
    default:
      throw error;
  }
};
