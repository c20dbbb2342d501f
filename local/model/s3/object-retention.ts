// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, ok, refuse } from '../result.ts';
import { readRetention } from './lock-on-write.ts';
import { objectEvent } from './object-event.ts';
import { checkRetentionChange } from './object-lock.ts';
import { openVersion } from './open-version.ts';
import { invalidRequest, malformedXml } from './refusals.ts';
import { saveBucket, type InputOf, type S3Handler, type S3Scope } from './scope.ts';
import type { Retention } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

export const checkLockable = ({ bucket }: S3Scope): Refused | undefined =>
  bucket.objectLock ? undefined : invalidRequest('Bucket is missing Object Lock Configuration');

/** An empty retention takes the old one away, where that is allowed. */
const readWanted = (
  { context }: S3Scope,
  { Retention: wanted }: InputOf<'PutObjectRetention'>,
): { readonly retention: Retention | undefined } | Refused =>
  wanted?.Mode === undefined && wanted?.RetainUntilDate === undefined
    ? { retention: undefined }
    : readRetention(wanted.Mode, wanted.RetainUntilDate, context.now);

export const putObjectRetention: S3Handler<'PutObjectRetention'> = (scope, input) => {
  const unlockable = checkLockable(scope);
  if (unlockable !== undefined) return unlockable;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const read = readWanted(scope, input);
  if (isRefused(read)) return read;
  const { retention } = read;
  const bypass = input.BypassGovernanceRetention === true;
  const forbidden = checkRetentionChange(object.retention, retention, scope.context.now, bypass);
  if (forbidden !== undefined) return forbidden;
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, retention });
  const event = objectEvent({ ...scope, bucket }, 'ObjectRetention:Put', object, {
    etag: object.etag,
    retention:
      retention === undefined
        ? undefined
        : { mode: retention.mode, retainUntil: new Date(retention.until).toISOString() },
  });
  return ok(saveBucket(scope.model, bucket), {}, { events: [event] });
};

const noLock = (): Refused =>
  refuse(
    404,
    'NoSuchObjectLockConfiguration',
    'The specified object does not have a ObjectLock configuration',
  );

export const getObjectRetention: S3Handler<'GetObjectRetention'> = (scope, input) => {
  const unlockable = checkLockable(scope);
  if (unlockable !== undefined) return unlockable;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  if (object.retention === undefined) return noLock();
  const { mode, until } = object.retention;
  return ok(scope.model, { Retention: { Mode: mode, RetainUntilDate: new Date(until) } });
};

export const putObjectLegalHold: S3Handler<'PutObjectLegalHold'> = (scope, input) => {
  const unlockable = checkLockable(scope);
  if (unlockable !== undefined) return unlockable;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const status = input.LegalHold?.Status;
  if (status !== 'ON' && status !== 'OFF') return malformedXml();
  const legalHold = status === 'ON';
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, legalHold });
  return ok(saveBucket(scope.model, bucket), {});
};

export const getObjectLegalHold: S3Handler<'GetObjectLegalHold'> = (scope, input) => {
  const unlockable = checkLockable(scope);
  if (unlockable !== undefined) return unlockable;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  if (object.legalHold === undefined) return noLock();
  return ok(scope.model, { LegalHold: { Status: object.legalHold ? 'ON' : 'OFF' } });
};
