// Parts in ascending order, each as it was uploaded, all but the last of a minimum size.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { showChecksum } from './checksum.ts';
import { commitObject } from './commit-object.ts';
import { checkKmsKey } from './decrypt.ts';
import { showEncryption } from './encryption-shown.ts';
import { multipartEtag, quoted } from './etag.ts';
import { multipartChecksum } from './multipart-checksum.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import { openUpload } from './open-upload.ts';
import { invalidRequest, malformedXml } from './refusals.ts';
import type { InputOf, S3Handler, S3Scope } from './scope.ts';
import { bareEtag, checkWriteConditions } from './write-conditions.ts';

type CompleteInput = InputOf<'CompleteMultipartUpload'>;

const invalidPart = (): Refused =>
  refuse(
    400,
    'InvalidPart',
    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the part's entity tag.",
  );

const invalidPartOrder = (): Refused =>
  refuse(
    400,
    'InvalidPartOrder',
    'The list of parts was not in ascending order. The parts list must be specified in order by part number.',
  );

type Wanted = NonNullable<NonNullable<CompleteInput['MultipartUpload']>['Parts']>[number];

const findPart = (upload: MultipartUpload, wanted: Wanted): UploadedPart | Refused => {
  const part = upload.parts.get(wanted.PartNumber ?? 0);
  if (part === undefined || bareEtag(wanted.ETag ?? '') !== part.etag) return invalidPart();
  const { checksum } = part;
  if (checksum === undefined) return part;
  const sent = wanted[`Checksum${checksum.algorithm}`];
  if (sent !== undefined) return sent === checksum.value ? part : invalidPart();
  // Once an algorithm was declared, a composite checksum needs every part's again.
  return upload.checksumAlgorithm !== undefined && upload.checksumType === 'COMPOSITE'
    ? invalidRequest(
        `The upload was created using a ${upload.checksumAlgorithm.toLowerCase()} checksum. The complete request must include the checksum for each part. It was missing for part ${part.number} in the request.`,
      )
    : part;
};

const collectParts = (
  upload: MultipartUpload,
  input: CompleteInput,
  minPartBytes: number,
): { readonly parts: readonly UploadedPart[] } | Refused => {
  const wanted = input.MultipartUpload?.Parts ?? [];
  if (wanted.length === 0) return malformedXml();
  const parts: UploadedPart[] = [];
  for (const one of wanted) {
    if ((parts.at(-1)?.number ?? 0) >= (one.PartNumber ?? 0)) return invalidPartOrder();
    const part = findPart(upload, one);
    if (isRefused(part)) return part;
    parts.push(part);
  }
  return parts.slice(0, -1).some(({ bytes }) => bytes.length < minPartBytes)
    ? refuse(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum allowed size')
    : { parts };
};

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
  const bucket = { ...scope.bucket, uploads: scope.bucket.uploads.delete(upload.uploadId) };
  const { model, object, versionId, event } = commitObject(
    { ...scope, bucket },
    {
      ...upload.template,
      bytes: new Uint8Array(bytes),
      etag: multipartEtag(collected.parts.map(({ etag }) => etag)),
      checksum: multipartChecksum(upload, collected.parts, bytes, input),
      parts: collected.parts.map((part) => ({
        number: part.number,
        size: part.bytes.length,
        etag: part.etag,
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
