// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListParts.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { canonicalIdOf } from '../ids.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { quoted } from './etag.ts';
import { MAX_PAGE, takePage } from './page.ts';
import { openUpload } from './open-upload.ts';
import { showPartChecksum } from './part-on-write.ts';
import type { S3Handler } from './scope.ts';

export const listParts: S3Handler<'ListParts'> = (scope, input) => {
  const upload = openUpload(scope, input.UploadId);
  if (isRefused(upload)) return upload;
  const after = Number(input.PartNumberMarker ?? 0);
  const max = Math.min(input.MaxParts ?? MAX_PAGE, MAX_PAGE);
  const wanted = upload.parts
    .valueSeq()
    .filter(({ number }) => number > after)
    .sortBy(({ number }) => number);
  const { page, truncated } = takePage(wanted, max);
  const last = page.at(-1)?.number;
  const owner = { ID: canonicalIdOf(upload.initiator) };
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
    Initiator: owner,
    Owner: owner,
    StorageClass: upload.template.storageClass as S3.StorageClass,
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
  };
  return ok(scope.model, withoutUndefined(output));
};
