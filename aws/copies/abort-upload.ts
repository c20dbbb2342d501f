import { AbortMultipartUploadCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { UploadRef } from '../../core/copies/upload.ts';

/**
 * One abort; a part that was on its way may outlive it, which only a list of the parts shows.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html
 */
export const createAbortUpload =
  (s3: S3Client, account: string) =>
  async ({ bucket, key, uploadId }: UploadRef): Promise<void> => {
    try {
      await s3.send(
        new AbortMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          UploadId: uploadId,
          ExpectedBucketOwner: account,
        }),
      );
    } catch (error) {
      if (!(error instanceof S3ServiceException && error.name === 'NoSuchUpload')) {
        throw error;
      }
    }
  };
