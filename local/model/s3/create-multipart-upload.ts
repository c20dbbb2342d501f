// Everything about the object but its bytes is fixed here, its encryption too.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html status: documented
import { Map } from 'immutable';
import { takeSerial, uploadIdOf } from '../ids.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { wholeSeconds } from './commit-object.ts';
import { describeNewObject } from './describe-new-object.ts';
import { readEncryptionContext } from './encryption-context.ts';
import { showEncryption } from './encryption-shown.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { saveBucket, type S3Handler } from './scope.ts';
import { readUploadChecksums } from './upload-checksums.ts';

export const createMultipartUpload: S3Handler<'CreateMultipartUpload'> = (scope, input) => {
  const added = readEncryptionContext(input.SSEKMSEncryptionContext);
  if (isRefused(added)) return added;
  const checksums = readUploadChecksums(input);
  if (isRefused(checksums)) return checksums;
  const described = describeNewObject(scope, input);
  if (isRefused(described)) return described;
  const { model, template } = described;
  const upload: MultipartUpload = {
    uploadId: uploadIdOf(model.serial),
    key: scope.key,
    initiatedAt: wholeSeconds(scope.context.now),
    initiator: scope.context.caller,
    template,
    ...checksums,
    parts: Map(),
  };
  const uploads = scope.bucket.uploads.set(upload.uploadId, upload);
  const output = {
    Bucket: scope.bucket.name,
    Key: scope.key,
    UploadId: upload.uploadId,
    ChecksumAlgorithm: upload.checksumAlgorithm,
    ChecksumType: upload.checksumType,
    SSEKMSEncryptionContext: added.context,
    ...showEncryption(template.encryption),
  };
  return ok(takeSerial(saveBucket(model, { ...scope.bucket, uploads })), withoutUndefined(output));
};
