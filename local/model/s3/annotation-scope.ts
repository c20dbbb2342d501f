// Which version an annotation call means, under the condition that it may bring.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAnnotation.html status: documented
import type { Refused } from '../call.ts';
import { isRefused } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket } from './bucket.ts';
import { showEncryption, type ShownEncryption } from './encryption-shown.ts';
import { openVersion } from './open-version.ts';
import { preconditionFailed } from './refusals.ts';
import type { S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';
import { matchesEtag } from './write-conditions.ts';

type AnnotationCall = {
  readonly VersionId?: string | undefined;
  readonly ObjectIfMatch?: string | undefined; // the object's ETag; annotations have no condition
};

export const openAnnotated = (
  scope: S3Scope,
  { VersionId, ObjectIfMatch: match }: AnnotationCall,
): StoredObject | Refused => {
  const object = openVersion(scope, VersionId);
  if (isRefused(object)) return object;
  return match === undefined || matchesEtag(match, object.etag) ? object : preconditionFailed();
};

/** Annotations are encrypted as their object is, and an object without any has them under SSE-S3. */
export const showAnnotated = (
  bucket: Bucket,
  object: StoredObject,
): {
  readonly ObjectVersionId?: string | undefined;
  readonly ServerSideEncryption?: ShownEncryption['ServerSideEncryption'];
} =>
  withoutUndefined({
    ObjectVersionId: shownVersionId(bucket, object),
    ServerSideEncryption: showEncryption(object.encryption).ServerSideEncryption ?? 'AES256',
  });
