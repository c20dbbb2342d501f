import { ListMultipartUploadsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { StartedUpload } from '../core/copies/started-upload.ts';
import { decodeListedKey } from './decode-listed-key.ts';

/**
 * Every multipart upload of a bucket that was begun and neither completed nor aborted.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListMultipartUploads.html
 */
export const createListUploads =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<readonly StartedUpload[]> => {
    const uploads: StartedUpload[] = [];
    let marker: { readonly KeyMarker: string; readonly UploadIdMarker?: string } | undefined;
    do {
      const page = await s3.send(
        new ListMultipartUploadsCommand({
          Bucket: bucket,
          EncodingType: 'url',
          ExpectedBucketOwner: account,
          ...marker,
        }),
      );
      for (const { Key, UploadId, Initiated, Initiator } of page.Uploads ?? []) {
        if (Key === undefined || UploadId === undefined) continue;
        uploads.push({
          bucket,
          key: decodeListedKey(Key, page.EncodingType),
          uploadId: UploadId,
          initiator: Initiator?.ID ?? '',
          ...(Initiated !== undefined && { startedAt: Initiated }),
        });
      }
      const next = page.NextKeyMarker && decodeListedKey(page.NextKeyMarker, page.EncodingType);
      marker =
        page.IsTruncated === true && next !== undefined
          ? {
              KeyMarker: next,
              ...(page.NextUploadIdMarker !== undefined && {
                UploadIdMarker: page.NextUploadIdMarker,
              }),
            }
          : undefined;
    } while (marker !== undefined);
    return uploads;
  };
