import { ListPartsCommand, type Part, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { NoUpload, UploadedPart, UploadRef } from '../../core/copies/upload.ts';
import { CHECKSUM_ALGORITHMS } from './to-checksum.ts';

/**
 * The parts after a number, in ascending order.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html
 */
export const createListParts =
  (s3: S3Client, account: string) =>
  async (
    { bucket, key, uploadId }: UploadRef,
    after: number,
  ): Promise<{ readonly kind: 'parts'; readonly parts: readonly UploadedPart[] } | NoUpload> => {
    const parts: UploadedPart[] = [];
    let marker: string | undefined = after === 0 ? undefined : String(after);
    try {
      do {
        const page = await s3.send(
          new ListPartsCommand({
            Bucket: bucket,
            Key: key,
            UploadId: uploadId,
            ...(marker !== undefined && { PartNumberMarker: marker }),
            ExpectedBucketOwner: account,
          }),
        );
        parts.push(...(page.Parts ?? []).flatMap(toPart));
        marker = page.IsTruncated === true ? page.NextPartNumberMarker : undefined;
      } while (marker !== undefined);
      return { kind: 'parts', parts };
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchUpload') {
        return { kind: 'no-upload' };
      }
      throw error;
    }
  };

const toPart = (part: Part): readonly UploadedPart[] => {
  const { PartNumber: number, ETag: etag, Size: size } = part;
  if (number === undefined || etag === undefined || size === undefined) return [];
  const algorithm = CHECKSUM_ALGORITHMS.find((one) => part[`Checksum${one}`] !== undefined);
  const value = algorithm && part[`Checksum${algorithm}`];
  return [{ number, etag, size, ...(algorithm && value && { checksum: { algorithm, value } }) }];
};
