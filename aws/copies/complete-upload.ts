import { CompleteMultipartUploadCommand, type S3Client } from '@aws-sdk/client-s3';
import { checksumInParts } from '../../core/copies/checksum-in-parts.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { Made } from '../../core/copies/made.ts';
import type { Checksum } from '../../core/copies/object-attributes.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { NoUpload, UploadedPart, UploadRef } from '../../core/copies/upload.ts';
import { onlyIfInput } from './only-if-input.ts';
import { toUploadFailure } from './to-upload-failure.ts';

/**
 * Puts the parts together, if the destination still is what the task says, if they have the source's size, and,
 * where the source has a checksum of all its bytes, if theirs is the same.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
 */
export const createCompleteUpload =
  (s3: S3Client, account: string) =>
  async (
    { attributes, onlyIf }: CopyTask,
    { bucket, key, uploadId }: UploadRef,
    parts: readonly UploadedPart[],
  ): Promise<Made | Refusal | NoUpload> => {
    try {
      const { ETag, VersionId } = await s3.send(
        new CompleteMultipartUploadCommand({
          Bucket: bucket,
          Key: key,
          UploadId: uploadId,
          MultipartUpload: {
            Parts: parts.map(({ number, etag, checksum }) => ({
              PartNumber: number,
              ETag: etag,
              ...(checksum && { [`Checksum${checksum.algorithm}`]: checksum.value }),
            })),
          },
          MpuObjectSize: attributes.size,
          ...wholeChecksumInput(attributes.checksum),
          ...onlyIfInput(onlyIf),
          ExpectedBucketOwner: account,
        }),
      );
      if (ETag === undefined) {
        throw new Error('CompleteMultipartUpload answered without an ETag');
      }
      return {
        kind: 'made',
        etag: ETag.replaceAll('"', ''),
        ...(VersionId !== undefined && { versionId: VersionId }),
      };
    } catch (error) {
      return toUploadFailure(error);
    }
  };

const wholeChecksumInput = (checksum: Checksum | undefined): object =>
  checksum?.type === 'FULL_OBJECT' && checksumInParts(checksum).type === 'FULL_OBJECT'
    ? { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: 'FULL_OBJECT' }
    : {};
