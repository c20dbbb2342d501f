// The payload by its name, whatever the object's storage class; under KMS only while the key can be used.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAnnotation.html status: documented
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { openAnnotated, showAnnotated } from './annotation-scope.ts';
import { showChecksum } from './checksum.ts';
import { checkKmsKey } from './decrypt.ts';
import { quoted } from './etag.ts';
import { noSuchAnnotation } from './refusals.ts';
import type { S3Handler } from './scope.ts';

export const getObjectAnnotation: S3Handler<'GetObjectAnnotation'> = (scope, input) => {
  const object = openAnnotated(scope, input);
  if (isRefused(object)) return object;
  const annotation = object.annotations.get(input.AnnotationName ?? '');
  if (annotation === undefined) return noSuchAnnotation();
  const unusable = checkKmsKey(scope, object.encryption);
  if (unusable !== undefined) return unusable;
  const output = {
    AnnotationPayload: annotation.bytes.slice(),
    LastModified: new Date(annotation.lastModified),
    ContentLength: annotation.bytes.length,
    ETag: quoted(annotation.etag),
    ...showAnnotated(scope.bucket, object),
    ...(input.ChecksumMode === 'ENABLED' ? showChecksum(annotation.checksum) : {}),
  };
  return ok(scope.model, withoutUndefined(output));
};
