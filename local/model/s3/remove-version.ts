// What a delete does: one named version for good, or a marker on top, or (unversioned) the object itself.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/DeletingObjectsfromVersioningSuspendedBuckets.html status: documented
// That deleting what is not there succeeds, and without an event status: observed
import type { Refused } from '../call.ts';
import type { EventName } from '../events/event-types.ts';
import type { S3Event } from '../events/model-event.ts';
import { sequencerOf, takeSerial } from '../ids.ts';
import type { AwsModel } from '../state.ts';
import type { Bucket } from './bucket.ts';
import { wholeSeconds } from './commit-object.ts';
import { objectEvent, serviceEvent } from './object-event.ts';
import { checkRemovable } from './object-lock.ts';
import { checkVersionId } from './open-version.ts';
import { saveBucket, type S3Scope } from './scope.ts';
import type { DeleteMarker, Version } from './stored-object.ts';
import { addVersion, findVersion, newVersionId, removeVersion } from './version-stack.ts';

export type Removal = {
  readonly model: AwsModel;
  readonly events: readonly S3Event[];
  readonly marker: boolean; // a delete marker was made, or a delete marker was removed
  readonly versionId: string | undefined;
};

type Cause = 'ObjectRemoved' | 'LifecycleExpiration';

const EMPTY_MD5 = 'd41d8cd98f00b204e9800998ecf8427e'; // S3 gives delete markers the ETag of nothing

const finish = (
  scope: S3Scope,
  bucket: Bucket,
  eventName: EventName,
  version: Version,
): Pick<Removal, 'model' | 'events'> => {
  const tell = eventName.startsWith('Lifecycle') ? serviceEvent : objectEvent;
  const created = eventName.endsWith('DeleteMarkerCreated');
  const event = tell({ ...scope, bucket }, eventName, version, {
    sequencer: sequencerOf(scope.model.serial),
    deletionType: created ? 'Delete Marker Created' : 'Permanently Deleted',
    etag: created ? EMPTY_MD5 : undefined,
  });
  return { model: takeSerial(saveBucket(scope.model, bucket)), events: [event] };
};

/** For good: the version itself goes. */
const removeForGood = (
  scope: S3Scope,
  versionId: string,
  cause: Cause,
  bypass: boolean,
): Removal | Refused => {
  const { model, bucket, key, context } = scope;
  const shown = bucket.versioning === undefined ? undefined : versionId;
  const version = findVersion(bucket, key, versionId);
  if (version === undefined) return { model, events: [], marker: false, versionId: shown };
  const locked =
    version.kind === 'object' ? checkRemovable(version, context.now, bypass) : undefined;
  if (locked !== undefined) return locked;
  return {
    ...finish(scope, removeVersion(bucket, key, versionId), `${cause}:Delete`, version),
    marker: version.kind === 'delete-marker',
    versionId: shown,
  };
};

/** A marker on top; while versioning is suspended it takes the place of the null version. */
const addMarker = (scope: S3Scope, cause: Cause): Removal => {
  const { model, bucket, key, context } = scope;
  const marker: DeleteMarker = {
    kind: 'delete-marker',
    versionId: newVersionId(bucket, model.serial),
    lastModified: wholeSeconds(context.now),
    owner: bucket.owner,
  };
  return {
    ...finish(scope, addVersion(bucket, key, marker), `${cause}:DeleteMarkerCreated`, marker),
    marker: true,
    versionId: marker.versionId,
  };
};

export const removeObject = (
  scope: S3Scope,
  versionId: string | undefined,
  cause: Cause,
  bypass: boolean,
): Removal | Refused => {
  const malformed = checkVersionId(versionId);
  if (malformed !== undefined) return malformed;
  if (versionId !== undefined) return removeForGood(scope, versionId, cause, bypass);
  return scope.bucket.versioning === undefined
    ? removeForGood(scope, 'null', cause, bypass)
    : addMarker(scope, cause);
};
