import { type S3Client, UploadPartCopyCommand } from '@aws-sdk/client-s3';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { PartRange } from '../../core/copies/part-plan.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload, UploadRef } from '../../core/copies/upload.ts';
import { copySource } from './copy-source.ts';
import { toUploadFailure } from './to-upload-failure.ts';

/**
 * Copies one part of an exact version. Every part names version and ETag again: nothing else keeps the parts of two
 * objects from being put together.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html
 */
export const createCopyPart =
  (s3: S3Client, account: string) =>
  async (
    { ref, etag, size }: Pick<ObjectAttributes, 'ref' | 'etag' | 'size'>,
    upload: UploadRef,
    { number, first, last }: PartRange,
  ): Promise<{ readonly kind: 'part' } | Refusal | NoUpload> => {
    const isWhole = last - first + 1 === size; // S3 takes no range of small objects
    try {
      await s3.send(
        new UploadPartCopyCommand({
          Bucket: upload.bucket,
          Key: upload.key,
          UploadId: upload.uploadId,
          PartNumber: number,
          CopySource: copySource(ref),
          CopySourceIfMatch: `"${etag}"`,
          ...(!isWhole && { CopySourceRange: `bytes=${first}-${last}` }),
          ExpectedBucketOwner: account,
          ExpectedSourceBucketOwner: account,
        }),
      );
      return { kind: 'part' };
    } catch (error) {
      return toUploadFailure(error);
    }
  };
