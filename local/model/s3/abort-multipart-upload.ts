// https://docs.aws.amazon.com/AmazonS3/latest/API/API_AbortMultipartUpload.html status: documented
import { isRefused, ok } from '../result.ts';
import { openUpload } from './open-upload.ts';
import { saveBucket, type S3Handler } from './scope.ts';

export const abortMultipartUpload: S3Handler<'AbortMultipartUpload'> = (scope, input) => {
  const upload = openUpload(scope, input.UploadId);
  if (isRefused(upload)) return upload;
  const uploads = scope.bucket.uploads.delete(upload.uploadId);
  return ok(saveBucket(scope.model, { ...scope.bucket, uploads }), {}, { status: 204 });
};
