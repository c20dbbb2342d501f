import { S3ServiceException } from '@aws-sdk/client-s3';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload } from '../../core/copies/upload.ts';
import { toRefusal } from '../to-refusal.ts';

/**
 * What an error says of a multipart upload. `NoSuchUpload` has the status of a missing source, and means another
 * thing; a part that no longer is as listed was copied once more at the same time, so the next try finds it right.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const toUploadFailure = (error: unknown): Refusal | NoUpload => {
  if (error instanceof S3ServiceException) {
    if (error.name === 'NoSuchUpload') return { kind: 'no-upload' };
    if (error.name === 'InvalidPart') throw error;
  }
  return toRefusal(error);
};
