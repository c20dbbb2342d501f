// Tag writes replace the whole set, have no precondition, and leave age and ETag alone.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html status: documented
// That SSE-C objects can be tagged without their key status: assumed
import { Map } from 'immutable';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { objectEvent } from './object-event.ts';
import { openVersion } from './open-version.ts';
import { saveBucket, type S3Handler, type S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { checkTagDenial, TAG, UNTAG } from './tag-denial.ts';
import { parseObjectTags, showTags } from './tag-set.ts';
import { replaceVersion, shownVersionId } from './version-stack.ts';

const retag = (
  scope: S3Scope,
  object: StoredObject,
  tags: Map<string, string>,
  eventName: 'ObjectTagging:Put' | 'ObjectTagging:Delete',
  status: number,
) => {
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, tags });
  const event = objectEvent({ ...scope, bucket }, eventName, object, { etag: object.etag });
  const output = withoutUndefined({ VersionId: shownVersionId(bucket, object) });
  return ok(saveBucket(scope.model, bucket), output, { status, events: [event] });
};

export const putObjectTagging: S3Handler<'PutObjectTagging'> = (scope, input) => {
  const tags = parseObjectTags(input.Tagging?.TagSet ?? []);
  if (isRefused(tags)) return tags;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const denied = checkTagDenial(scope, object, TAG, input.VersionId);
  return denied ?? retag(scope, object, tags, 'ObjectTagging:Put', 200);
};

export const deleteObjectTagging: S3Handler<'DeleteObjectTagging'> = (scope, input) => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const denied = checkTagDenial(scope, object, UNTAG, input.VersionId);
  return denied ?? retag(scope, object, Map(), 'ObjectTagging:Delete', 204);
};

export const getObjectTagging: S3Handler<'GetObjectTagging'> = (scope, input) => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  return ok(
    scope.model,
    withoutUndefined({
      VersionId: shownVersionId(scope.bucket, object),
      TagSet: showTags(object.tags),
    }),
  );
};
