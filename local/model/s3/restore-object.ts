// Restores end at once here; on AWS they take minutes to days.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_RestoreObject.html status: documented
import { isRefused, ok, refuse } from '../result.ts';
import { objectEvent, serviceEvent } from './object-event.ts';
import { openVersion } from './open-version.ts';
import { malformedXml, notImplemented } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';
import { isArchiveClass, isArchived } from './storage-class.ts';
import type { StoredObject } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

const DAY = 24 * 60 * 60 * 1000;

/** S3 rounds the end up to the next midnight UTC. */
const expiryOf = (now: number, days: number): number => Math.ceil((now + days * DAY) / DAY) * DAY;

/** Out of an Intelligent-Tiering archive tier an object moves back for good: no days, no expiry. */
const restore = (object: StoredObject, now: number, days: number): StoredObject =>
  object.archiveStatus === undefined
    ? { ...object, restoredUntil: expiryOf(now, days) }
    : { ...object, archiveStatus: undefined };

export const restoreObject: S3Handler<'RestoreObject'> = (scope, input) => {
  if (input.RestoreRequest?.Type === 'SELECT') return notImplemented('a select restore');
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  if (!isArchiveClass(object)) {
    return refuse(
      403,
      'InvalidObjectState',
      "Restore is not allowed for the object's current storage class",
    );
  }
  const days = input.RestoreRequest?.Days;
  if (days === undefined && object.archiveStatus === undefined) return malformedXml();
  const { now } = scope.context;
  const restored = restore(object, now, days ?? 0);
  const bucket = replaceVersion(scope.bucket, scope.key, restored);
  const facts = {
    size: object.bytes.length,
    etag: object.etag,
    sourceStorageClass: object.storageClass,
  };
  const events = [
    objectEvent({ ...scope, bucket }, 'ObjectRestore:Post', object, facts),
    serviceEvent({ ...scope, bucket }, 'ObjectRestore:Completed', object, {
      ...facts,
      restoreExpiry: restored.restoredUntil,
    }),
  ];
  // A second request only moves the expiry: 200, and nothing is restored again.
  const fresh = isArchived(object, now);
  return ok(
    saveBucket(scope.model, bucket),
    {},
    {
      status: fresh ? 202 : 200,
      events: fresh ? events : [],
    },
  );
};
