import { ListObjectVersionsCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Ref } from '../core/objects/ref.ts';
import { decodeListedKey } from './decode-listed-key.ts';
import type { ListRefs } from './list-objects.ts';

/**
 * Every version below a prefix, newest first within a key; `null` where the bucket had no versioning.
 * Delete markers hold no data and are left out.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectVersions.html
 */
export const createListObjectVersions = (s3: S3Client, account: string): ListRefs =>
  async function* listObjectVersions(bucket, prefix) {
    let marker: { readonly key: string; readonly versionId?: string } | undefined;
    do {
      const page = await s3.send(
        new ListObjectVersionsCommand({
          Bucket: bucket,
          Prefix: prefix,
          EncodingType: 'url',
          ExpectedBucketOwner: account,
          ...(marker !== undefined && { KeyMarker: marker.key }),
          ...(marker?.versionId !== undefined && { VersionIdMarker: marker.versionId }),
        }),
      );
      const refs: Ref[] = [];
      for (const { Key, VersionId } of page.Versions ?? []) {
        if (Key === undefined || VersionId === undefined) continue;
        refs.push({ bucket, key: decodeListedKey(Key, page.EncodingType), versionId: VersionId });
      }
      yield refs;
      marker =
        page.IsTruncated === true && page.NextKeyMarker !== undefined
          ? {
              key: decodeListedKey(page.NextKeyMarker, page.EncodingType),
              ...(page.NextVersionIdMarker !== undefined && {
                versionId: page.NextVersionIdMarker,
              }),
            }
          : undefined;
    } while (marker !== undefined);
  };
