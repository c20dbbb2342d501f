// Sizes, parts and checksums, never the encryption. The ETag stands here without quotes.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showChecksum } from './checksum.ts';
import { checkCustomerKey } from './sse-c.ts';
import { openVersion } from './open-version.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { showPartChecksum } from './part-on-write.ts';
import { malformedXml } from './refusals.ts';
import type { InputOf, S3Handler } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';

const hasPartChecksums = ({ parts = [] }: StoredObject): boolean =>
  parts.some(({ checksum }) => checksum !== undefined);

/** Parts are told one by one only where each has a checksum. */
const showParts = (
  object: StoredObject,
  { PartNumberMarker, MaxParts }: InputOf<'GetObjectAttributes'>,
): S3.GetObjectAttributesParts | undefined => {
  const { parts } = object;
  if (parts === undefined) return undefined;
  if (!hasPartChecksums(object)) return { TotalPartsCount: parts.length };
  const after = Number(PartNumberMarker ?? 0);
  const max = Math.min(MaxParts ?? MAX_PAGE, MAX_PAGE);
  const { page, truncated } = takePage(
    parts.filter(({ number }) => number > after),
    max,
  );
  return withoutUndefined({
    TotalPartsCount: parts.length,
    PartNumberMarker: String(after),
    NextPartNumberMarker: String(page.at(-1)?.number ?? after),
    MaxParts: max,
    IsTruncated: truncated,
    Parts: page.map((part) => ({
      PartNumber: part.number,
      Size: part.size,
      ...showPartChecksum(part),
    })),
  });
};

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
    ObjectParts: wanted.has('ObjectParts') ? showParts(object, input) : undefined,
    StorageClass: wanted.has('StorageClass') ? (object.storageClass as S3.StorageClass) : undefined,
    ObjectSize: wanted.has('ObjectSize') ? object.bytes.length : undefined,
  };
  return ok(scope.model, withoutUndefined(output));
};
