// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html status: documented
import { isRefused, ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { checkMfa } from './mfa.ts';
import { notImplemented } from './refusals.ts';
import { removeObject } from './remove-version.ts';
import type { S3Handler } from './scope.ts';
import { checkDeleteCondition } from './write-conditions.ts';

export const deleteObject: S3Handler<'DeleteObject'> = (scope, input) => {
  if (input.IfMatchSize !== undefined || input.IfMatchLastModifiedTime !== undefined) {
    return notImplemented('a condition that only directory buckets know');
  }
  const unmet = checkDeleteCondition(scope, input.IfMatch);
  if (unmet !== undefined) return unmet;
  const needsMfa = scope.bucket.mfaDelete === true && input.VersionId !== undefined;
  const unauthenticated = checkMfa(needsMfa, input.MFA);
  if (unauthenticated !== undefined) return unauthenticated;
  const removed = removeObject(
    scope,
    input.VersionId,
    'ObjectRemoved',
    input.BypassGovernanceRetention === true,
  );
  if (isRefused(removed)) return removed;
  const output = withoutUndefined({
    DeleteMarker: removed.marker ? true : undefined,
    VersionId: removed.versionId,
  });
  return ok(removed.model, output, { status: 204, events: removed.events });
};
