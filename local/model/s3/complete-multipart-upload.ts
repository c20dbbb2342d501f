// The object is its parts, and all that Create fixed; conditions are asked only now.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showChecksum } from './checksum.ts';
import { collectParts, type CompleteInput } from './collect-parts.ts';
import { commitObject } from './commit-object.ts';
import { checkKmsKey } from './decrypt.ts';
import { showEncryption } from './encryption-shown.ts';
import { multipartEtag, quoted } from './etag.ts';
import { multipartChecksum } from './multipart-checksum.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { openUpload } from './open-upload.ts';
import { invalidRequest } from './refusals.ts';
import type { S3Handler, S3Scope } from './scope.ts';
import { checkWriteConditions } from './write-conditions.ts';

const checkCommit = (
  scope: S3Scope,
  upload: MultipartUpload,
  input: CompleteInput,
  size: number,
): Refused | undefined => {
  if (input.MpuObjectSize !== undefined && input.MpuObjectSize !== size) {
    return invalidRequest(
      `The provided 'x-amz-mp-object-size' header value ${input.MpuObjectSize} does not match what was computed: ${size}`,
    );
  }
  if (input.ChecksumType !== undefined && input.ChecksumType !== upload.checksumType) {
    return invalidRequest(
      `The upload was created using the ${upload.checksumType ?? 'FULL_OBJECT'} checksum mode. The complete request must use the same checksum mode.`,
    );
  }
  return checkKmsKey(scope, upload.template.encryption) ?? checkWriteConditions(scope, input);
};

export const completeMultipartUpload: S3Handler<'CompleteMultipartUpload'> = (scope, input) => {
  const upload = openUpload(scope, input.UploadId);
  if (isRefused(upload)) return upload;
  const collected = collectParts(upload, input, scope.model.limits.minPartBytes);
  if (isRefused(collected)) return collected;
  const bytes = Buffer.concat(collected.parts.map((part) => part.bytes));
  const refused = checkCommit(scope, upload, input, bytes.length);
  if (refused !== undefined) return refused;
  const summed = multipartChecksum(upload, collected.parts, bytes, input);
  if (isRefused(summed)) return summed;
  const bucket = { ...scope.bucket, uploads: scope.bucket.uploads.delete(upload.uploadId) };
  const { model, object, versionId, event } = commitObject(
    { ...scope, bucket },
    {
      ...upload.template,
      bytes: new Uint8Array(bytes),
      etag: multipartEtag(collected.parts.map(({ etag }) => etag)),
      ...summed,
      parts: collected.parts.map((part) => ({
        number: part.number,
        size: part.bytes.length,
        etag: part.etag,
        checksum: part.checksum,
      })),
    },
    'ObjectCreated:CompleteMultipartUpload',
  );
  const {
    SSECustomerAlgorithm: _a,
    SSECustomerKeyMD5: _m,
    ...shown
  } = showEncryption(object.encryption);
  const output = {
    Location: `http://${bucket.name}.s3.amazonaws.com/${encodeURI(scope.key)}`,
    Bucket: bucket.name,
    Key: scope.key,
    ETag: quoted(object.etag),
    VersionId: versionId,
    ...shown,
    ...showChecksum(object.checksum),
  };
  return ok(model, withoutUndefined(output), { events: [event] });
};
