// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { quoted } from './etag.ts';
import { showInitiator } from './initiator.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { openUpload } from './open-upload.ts';
import { MAX_PARTS, showPartChecksum } from './part-on-write.ts';
import type { S3Handler } from './scope.ts';

/** By number, one after the other: nothing is sorted, however often a client asks. */
const partsAfter = function* (
  { parts }: MultipartUpload,
  after: number,
): Generator<UploadedPart, undefined, undefined> {
  for (let number = after + 1; number <= MAX_PARTS; number += 1) {
    const part = parts.get(number);
    if (part !== undefined) yield part;
  }
  return undefined;
};

export const listParts: S3Handler<'ListParts'> = (scope, input) => {
  const upload = openUpload(scope, input.UploadId);
  if (isRefused(upload)) return upload;
  const after = Number(input.PartNumberMarker ?? 0);
  const max = Math.min(input.MaxParts ?? MAX_PAGE, MAX_PAGE);
  const { page, truncated } = takePage(partsAfter(upload, after), max);
  const last = page.at(-1)?.number;
  const output = {
    Bucket: scope.bucket.name,
    Key: scope.key,
    UploadId: upload.uploadId,
    PartNumberMarker: String(after),
    NextPartNumberMarker: last === undefined ? undefined : String(last),
    MaxParts: max,
    IsTruncated: truncated,
    Parts: page.map((part) => ({
      PartNumber: part.number,
      LastModified: new Date(part.lastModified),
      ETag: quoted(part.etag),
      Size: part.bytes.length,
      ...showPartChecksum(part),
    })),
    ...showInitiator(upload),
    StorageClass: upload.template.storageClass as S3.StorageClass,
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
  };
  return ok(scope.model, withoutUndefined(output));
};
