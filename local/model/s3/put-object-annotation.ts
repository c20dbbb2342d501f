// Annotations are written and removed one by one; the object's ETag and age stay.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/annotations-overview.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjectAnnotation.html status: documented
// The codes for an empty and a too large payload, and that removing what is not there is 404 status: assumed
import { isUtf8 } from 'node:buffer';
import type { Map } from 'immutable';
import type { Refused } from '../call.ts';
import type { S3Event } from '../events/model-event.ts';
import { sequencerOf, takeSerial } from '../ids.ts';
import { isRefused, ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { checkAnnotationName } from './annotation-name.ts';
import { openAnnotated, showAnnotated } from './annotation-scope.ts';
import { readOrAddChecksum, showChecksum } from './checksum.ts';
import { wholeSeconds } from './commit-object.ts';
import { checkKmsKey } from './decrypt.ts';
import { etagOf, quoted } from './etag.ts';
import { objectEvent } from './object-event.ts';
import { isLocked } from './object-lock.ts';
import { accessDenied, invalidRequest, noSuchAnnotation } from './refusals.ts';
import { saveBucket, type S3Handler, type S3Scope } from './scope.ts';
import type { Annotation, StoredObject } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

const MOST_ANNOTATIONS = 1000;
const MAX_PAYLOAD_BYTES = 1024 ** 2;

const checkPayload = (bytes: Uint8Array): Refused | undefined => {
  if (bytes.length === 0) return invalidRequest('The annotation payload must not be empty.');
  if (bytes.length > MAX_PAYLOAD_BYTES) {
    return refuse(400, 'EntityTooLarge', 'Your proposed upload exceeds the maximum allowed size');
  }
  return isUtf8(bytes)
    ? undefined
    : refuse(
        415,
        'UnsupportedMediaType',
        'The annotation payload is not valid UTF-8 encoded text.',
      );
};

const checkRoom = (scope: S3Scope, object: StoredObject, name: string): Refused | undefined => {
  if (object.encryption.kind === 'sse-c') {
    return invalidRequest('Annotations are not supported for objects encrypted with SSE-C.');
  }
  const isNew = !object.annotations.has(name);
  return isNew && object.annotations.size >= MOST_ANNOTATIONS
    ? refuse(
        400,
        'AnnotationLimitExceeded',
        'The request would exceed the maximum number of annotations allowed per object.',
      )
    : checkKmsKey(scope, object.encryption);
};

const save = (
  scope: S3Scope,
  object: StoredObject,
  annotations: Map<string, Annotation>,
  eventName: 'ObjectAnnotation:Put' | 'ObjectAnnotation:Delete',
  annotation: NonNullable<S3Event['annotation']>,
) => {
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, annotations });
  const event = objectEvent({ ...scope, bucket }, eventName, object, {
    etag: object.etag,
    sequencer: sequencerOf(scope.model.serial),
    annotation,
  });
  return { model: takeSerial(saveBucket(scope.model, bucket)), events: [event] };
};

export const putObjectAnnotation: S3Handler<'PutObjectAnnotation'> = (scope, input) => {
  const name = input.AnnotationName ?? '';
  const bytes = new Uint8Array(input.AnnotationPayload ?? []);
  const wrong = checkAnnotationName(name) ?? checkPayload(bytes);
  if (wrong !== undefined) return wrong;
  const integrity = readOrAddChecksum(input, bytes);
  if (isRefused(integrity)) return integrity;
  const object = openAnnotated(scope, input);
  if (isRefused(object)) return object;
  const unfit = checkRoom(scope, object, name);
  if (unfit !== undefined) return unfit;
  const annotation: Annotation = {
    name,
    bytes,
    etag: etagOf(bytes, object.encryption, scope.model.serial),
    lastModified: wholeSeconds(scope.context.now),
    checksum: integrity.checksum,
  };
  const { model, events } = save(
    scope,
    object,
    object.annotations.set(name, annotation),
    'ObjectAnnotation:Put',
    { name, size: bytes.length, etag: annotation.etag },
  );
  const output = {
    Key: scope.key,
    AnnotationName: name,
    ETag: quoted(annotation.etag),
    ...showAnnotated(scope.bucket, object),
    ...showChecksum(annotation.checksum),
  };
  return ok(model, output, { events });
};

/** Under Object Lock only with the governance bypass, which is a header that the SDK does not have. */
export const deleteObjectAnnotation: S3Handler<'DeleteObjectAnnotation'> = (scope, input) => {
  const object = openAnnotated(scope, input);
  if (isRefused(object)) return object;
  const name = input.AnnotationName ?? '';
  if (!object.annotations.has(name)) return noSuchAnnotation();
  if (isLocked(object, scope.context.now)) {
    return accessDenied('Access Denied because object protected by object lock.');
  }
  const { model, events } = save(
    scope,
    object,
    object.annotations.delete(name),
    'ObjectAnnotation:Delete',
    { name },
  );
  const { ObjectVersionId } = showAnnotated(scope.bucket, object);
  return ok(model, withoutUndefined({ ObjectVersionId }), { status: 204, events });
};
