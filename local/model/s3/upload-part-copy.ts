// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPartCopy.html status: documented
// The words of the refusals status: observed
import type { Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { readCopySource } from './copy-source.ts';
import { showEncryption } from './encryption-shown.ts';
import { quoted } from './etag.ts';
import { openForPart, savePart, showPartChecksum } from './part-on-write.ts';
import { invalidArgument, invalidRequest } from './refusals.ts';
import type { S3Handler } from './scope.ts';
import { shownVersionId } from './version-stack.ts';

const COPY_RANGE = /^bytes=(\d+)-(\d+)$/;

/** Unlike a Range header this one must be well formed and lie inside the source. */
const cutRange = (
  { limits }: AwsModel,
  bytes: Uint8Array,
  header: string | undefined,
): Uint8Array | Refused => {
  if (header === undefined) return bytes;
  const [, first, last] = COPY_RANGE.exec(header) ?? [];
  if (first === undefined || last === undefined || Number(first) > Number(last)) {
    return invalidArgument(
      'The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy',
    );
  }
  if (Number(last) >= bytes.length) {
    return invalidArgument(
      `Range specified is not valid for source object of size: ${bytes.length}`,
    );
  }
  return bytes.length <= limits.minPartBytes
    ? invalidRequest('The specified copy range is invalid for the source object size.')
    : bytes.slice(Number(first), Number(last) + 1);
};

export const uploadPartCopy: S3Handler<'UploadPartCopy'> = (scope, input) => {
  const upload = openForPart(scope, input);
  if (isRefused(upload)) return upload;
  const source = readCopySource(scope, input);
  if (isRefused(source)) return source;
  const bytes = cutRange(scope.model, source.object.bytes, input.CopySourceRange);
  if (isRefused(bytes)) return bytes;
  const limit = scope.model.limits.copySourceBytes;
  if (bytes.length > limit) {
    return invalidRequest(
      `The specified copy source is larger than the maximum allowable size for a copy source: ${limit}`,
    );
  }
  const wanted = { ChecksumAlgorithm: upload.checksumAlgorithm };
  const saved = savePart(scope, upload, input.PartNumber ?? 0, bytes, wanted);
  if (isRefused(saved)) return saved;
  const output = {
    CopySourceVersionId: shownVersionId(source.bucket, source.object),
    CopyPartResult: {
      ETag: quoted(saved.part.etag),
      LastModified: new Date(saved.part.lastModified),
      ...showPartChecksum(saved.part),
    },
    ...showEncryption(upload.template.encryption),
  };
  return ok(saved.model, withoutUndefined(output));
};
