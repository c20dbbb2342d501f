import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { KeyVersion } from '../../core/copies/key-version.ts';
import { decodeListedKey } from '../decode-listed-key.ts';

/**
 * Every version of exactly this key that holds data, newest first. A prefix also lists longer keys, after it.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export const createVersionsOfKey =
  (s3: S3Client, account: string) =>
  async (bucket: string, key: string): Promise<readonly KeyVersion[]> => {
    const found: KeyVersion[] = [];
    let marker: { readonly KeyMarker: string; readonly VersionIdMarker?: string } | undefined;
    do {
      const page = await s3.send(
        new ListObjectVersionsCommand({
          Bucket: bucket,
          Prefix: key,
          EncodingType: 'url',
          ExpectedBucketOwner: account,
          ...marker,
        }),
      );
      for (const { Key, VersionId, ETag, LastModified } of page.Versions ?? []) {
        if (Key === undefined || decodeListedKey(Key, page.EncodingType) !== key) continue;
        if (VersionId === undefined || ETag === undefined || LastModified === undefined) continue;
        const etag = ETag.replaceAll('"', '');
        found.push({ versionId: VersionId, etag, lastModified: LastModified });
      }
      const next = page.NextKeyMarker && decodeListedKey(page.NextKeyMarker, page.EncodingType);
      marker =
        page.IsTruncated === true && next === key
          ? {
              KeyMarker: next,
              ...(page.NextVersionIdMarker !== undefined && {
                VersionIdMarker: page.NextVersionIdMarker,
              }),
            }
          : undefined;
    } while (marker !== undefined);
    return found;
  };
