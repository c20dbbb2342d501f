// Parts: encrypted as the upload was begun, replaced by a later part of the same number.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_UploadPart.html status: documented
// The words of the refusals status: observed
import type { Refused } from '../call.ts';
import { takeSerial } from '../ids.ts';
import { isRefused } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { readChecksum, showChecksum, type ChecksumRequest } from './checksum.ts';
import { wholeSeconds } from './commit-object.ts';
import { checkKmsKey } from './decrypt.ts';
import { etagOf } from './etag.ts';
import { openUpload } from './open-upload.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import { invalidArgument, invalidRequest } from './refusals.ts';
import { saveBucket, type S3Scope } from './scope.ts';
import { namesCustomerKey, readCustomerKey, type CustomerKey } from './sse-c.ts';

type PartRequest = CustomerKey & {
  readonly UploadId?: string | undefined;
  readonly PartNumber?: number | undefined;
};

export const MAX_PARTS = 10_000;

const checkPartKey = (
  { template: { encryption } }: MultipartUpload,
  request: CustomerKey,
): Refused | undefined => {
  if ((encryption.kind === 'sse-c') !== namesCustomerKey(request)) {
    return invalidRequest(
      'The multipart upload initiate requested encryption. Subsequent part requests must include the appropriate encryption parameters.',
    );
  }
  if (encryption.kind !== 'sse-c') return undefined;
  const key = readCustomerKey(request);
  if (isRefused(key)) return key;
  return key.keyMd5 === encryption.keyMd5
    ? undefined
    : invalidRequest('The provided encryption parameters did not match the ones used originally.');
};

export const openForPart = (scope: S3Scope, request: PartRequest): MultipartUpload | Refused => {
  const number = request.PartNumber ?? 0;
  if (!Number.isInteger(number) || number < 1 || number > MAX_PARTS) {
    return invalidArgument('Part number must be an integer between 1 and 10000, inclusive');
  }
  const upload = openUpload(scope, request.UploadId);
  if (isRefused(upload)) return upload;
  return checkPartKey(upload, request) ?? checkKmsKey(scope, upload.template.encryption) ?? upload;
};

type Saved = { readonly model: AwsModel; readonly part: UploadedPart };

export const savePart = (
  scope: S3Scope,
  upload: MultipartUpload,
  number: number,
  bytes: Uint8Array,
  request: ChecksumRequest,
): Saved | Refused => {
  const integrity = readChecksum(request, bytes);
  if (isRefused(integrity)) return integrity;
  const part: UploadedPart = {
    number,
    bytes,
    etag: etagOf(bytes, upload.template.encryption, scope.model.serial),
    lastModified: wholeSeconds(scope.context.now),
    checksum: integrity.checksum,
  };
  const parts = upload.parts.set(number, part);
  const uploads = scope.bucket.uploads.set(upload.uploadId, { ...upload, parts });
  return { model: takeSerial(saveBucket(scope.model, { ...scope.bucket, uploads })), part };
};

export const showPartChecksum = ({ checksum }: Pick<UploadedPart, 'checksum'>) => {
  const { ChecksumType: _whole, ...shown } = showChecksum(checksum);
  return shown;
};
