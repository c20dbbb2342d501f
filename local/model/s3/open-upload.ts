import type { Refused } from '../call.ts';
import type { MultipartUpload } from './multipart-upload.ts';
import { noSuchUpload } from './refusals.ts';
import type { S3Scope } from './scope.ts';

export const openUpload = (
  { bucket, key }: S3Scope,
  uploadId: string | undefined,
): MultipartUpload | Refused => {
  const upload = bucket.uploads.get(uploadId ?? '');
  return upload === undefined || upload.key !== key ? noSuchUpload() : upload;
};
