// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectRetention.html status: documented
import type { Refused } from '../call.ts';
import { isRefused, ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { readEventHold, retentionAfter } from './event-hold.ts';
import { readRetention } from './lock-on-write.ts';
import { objectEvent } from './object-event.ts';
import { checkRetentionChange } from './object-lock.ts';
import { openVersion } from './open-version.ts';
import { invalidRequest, malformedXml } from './refusals.ts';
import { saveBucket, type InputOf, type S3Handler, type S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

export const checkLockable = ({ bucket }: S3Scope): Refused | undefined =>
  bucket.objectLock ? undefined : invalidRequest('Bucket is missing Object Lock Configuration');

/** An empty retention takes the old one away, where that is allowed. */
const readWanted = (
  { context: { now } }: S3Scope,
  { Retention: wanted }: InputOf<'PutObjectRetention'>,
  object: StoredObject,
): Pick<StoredObject, 'retention' | 'eventHold'> | Refused => {
  if (wanted?.EventHold !== undefined) return readHoldChange(wanted, object, now);
  const { eventHold } = object;
  if (wanted?.Mode === undefined && wanted?.RetainUntilDate === undefined) {
    return { retention: undefined, eventHold };
  }
  const read = readRetention(wanted.Mode, wanted.RetainUntilDate, now);
  return isRefused(read) ? read : { ...read, eventHold };
};

/** Released, the hold becomes a retention of its duration. */
const readHoldChange = (
  wanted: NonNullable<InputOf<'PutObjectRetention'>['Retention']>,
  { eventHold, retention }: StoredObject,
  now: number,
): Pick<StoredObject, 'retention' | 'eventHold'> | Refused => {
  const mode = wanted.Mode ?? retention?.mode ?? 'GOVERNANCE';
  if (wanted.EventHold === 'OFF' && eventHold !== undefined) {
    return { retention: retentionAfter(eventHold, mode, now), eventHold: undefined };
  }
  const read = readEventHold({
    ObjectLockEventHold: wanted.EventHold,
    ObjectLockEventHoldDurationDays: wanted.EventHoldDuration?.Days,
    ObjectLockEventHoldDurationYears: wanted.EventHoldDuration?.Years,
  });
  return isRefused(read) ? read : { ...read, retention };
};

export const putObjectRetention: S3Handler<'PutObjectRetention'> = (scope, input) => {
  const unlockable = checkLockable(scope);
  if (unlockable !== undefined) return unlockable;
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const read = readWanted(scope, input, object);
  if (isRefused(read)) return read;
  const { retention, eventHold } = read;
  const bypass = input.BypassGovernanceRetention === true;
  const forbidden = checkRetentionChange(object.retention, retention, scope.context.now, bypass);
  if (forbidden !== undefined) return forbidden;
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, retention, eventHold });
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
  const { retention, eventHold } = object;
  if (retention === undefined && eventHold === undefined) return noLock();
  const shown = {
    Mode: retention?.mode,
    RetainUntilDate: retention === undefined ? undefined : new Date(retention.until),
    EventHold: eventHold === undefined ? undefined : ('ON' as const),
    EventHoldDuration:
      eventHold === undefined
        ? undefined
        : withoutUndefined({ Days: eventHold.days, Years: eventHold.years }),
  };
  return ok(scope.model, { Retention: withoutUndefined(shown) });
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
