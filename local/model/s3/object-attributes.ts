// Sizes, parts and checksums, never the encryption. The ETag stands here without quotes.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showChecksum } from './checksum.ts';
import { checkCustomerKey } from './sse-c.ts';
import { openVersion } from './open-version.ts';
import { malformedXml } from './refusals.ts';
import type { S3Handler } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';

const showParts = ({ parts }: StoredObject): S3.GetObjectAttributesParts | undefined =>
  parts === undefined ? undefined : { TotalPartsCount: parts.length };

export const getObjectAttributes: S3Handler<'GetObjectAttributes'> = (scope, input) => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const wrongKey = checkCustomerKey(object.encryption, input);
  if (wrongKey !== undefined) return wrongKey;
  const wanted = new Set(input.ObjectAttributes ?? []);
  if (wanted.size === 0) return malformedXml();
  const output = {
    LastModified: new Date(object.lastModified),
    VersionId: shownVersionId(scope.bucket, object),
    ETag: wanted.has('ETag') ? object.etag : undefined,
    Checksum:
      wanted.has('Checksum') && object.checksum !== undefined
        ? showChecksum(object.checksum)
        : undefined,
    ObjectParts: wanted.has('ObjectParts') ? showParts(object) : undefined,
    StorageClass: wanted.has('StorageClass') ? (object.storageClass as S3.StorageClass) : undefined,
    ObjectSize: wanted.has('ObjectSize') ? object.bytes.length : undefined,
  };
  return ok(scope.model, withoutUndefined(output));
};
