// One answer, a verdict per key: what one key is refused stops no other.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Refused } from '../call.ts';
import type { S3Event } from '../events/model-event.ts';
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { checkMfa } from './mfa.ts';
import { openRequest } from './open-request.ts';
import { malformedXml } from './refusals.ts';
import { removeObject, type Removal } from './remove-version.ts';
import type { S3Handler, S3Scope } from './scope.ts';
import { checkDeleteCondition } from './write-conditions.ts';

const MAX_KEYS = 1000;

const toDeleted = (wanted: S3.ObjectIdentifier, removed: Removal): S3.DeletedObject =>
  withoutUndefined({
    Key: wanted.Key,
    VersionId: wanted.VersionId,
    DeleteMarker: removed.marker ? true : undefined,
    DeleteMarkerVersionId: removed.marker ? removed.versionId : undefined,
  });

const toError = (wanted: S3.ObjectIdentifier, refused: Refused): S3._Error =>
  withoutUndefined({
    Key: wanted.Key,
    VersionId: wanted.VersionId,
    Code: refused.code,
    Message: refused.message,
  });

const checkOne = (
  scope: S3Scope,
  wanted: S3.ObjectIdentifier,
  mfa: string | undefined,
): Refused | undefined =>
  checkDeleteCondition(scope, wanted.ETag) ??
  checkMfa(scope.bucket.mfaDelete === true && wanted.VersionId !== undefined, mfa);

export const deleteObjects: S3Handler<'DeleteObjects'> = (scope, input) => {
  const objects = input.Delete?.Objects ?? [];
  if (objects.length === 0 || objects.length > MAX_KEYS) return malformedXml();
  const bypass = input.BypassGovernanceRetention === true;
  let { model } = scope;
  const deleted: S3.DeletedObject[] = [];
  const errors: S3._Error[] = [];
  const events: S3Event[] = [];
  for (const wanted of objects) {
    const one = { Bucket: input.Bucket, Key: wanted.Key ?? '' };
    const opened = openRequest(model, 'DeleteObject', one, scope.context);
    const refused = isRefused(opened) ? opened : checkOne(opened, wanted, input.MFA);
    const removed =
      refused ??
      (isRefused(opened)
        ? opened
        : removeObject(opened, wanted.VersionId, 'ObjectRemoved', bypass));
    if (isRefused(removed)) {
      errors.push(toError(wanted, removed));
    } else {
      model = removed.model;
      events.push(...removed.events);
      deleted.push(toDeleted(wanted, removed));
    }
  }
  const output = withoutUndefined({
    Deleted: input.Delete?.Quiet === true || deleted.length === 0 ? undefined : deleted,
    Errors: errors.length === 0 ? undefined : errors,
  });
  return ok(model, output, { events });
};
