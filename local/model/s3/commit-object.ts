// A new version becomes current, once all that could refuse it has been asked.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/versioning-workflows.html status: documented
import { Map } from 'immutable';
import type { EventName } from '../events/event-types.ts';
import type { S3Event } from '../events/model-event.ts';
import { sequencerOf, takeSerial } from '../ids.ts';
import type { AwsModel } from '../state.ts';
import { objectEvent } from './object-event.ts';
import { ownerOnWrite } from './object-owner.ts';
import { replicationOnWrite } from './replication-on-write.ts';
import { saveBucket, type S3Scope } from './scope.ts';
import type { StoredObject } from './stored-object.ts';
import { addVersion, newVersionId, shownVersionId } from './version-stack.ts';

type NewObject = Omit<
  StoredObject,
  | 'kind'
  | 'versionId'
  | 'lastModified'
  | 'replication'
  | 'owner'
  | 'archiveStatus'
  | 'restoredUntil'
  | 'annotations'
  | 'hiddenMetadata'
> &
  Partial<Pick<StoredObject, 'annotations' | 'hiddenMetadata'>>;

export type Committed = {
  readonly model: AwsModel;
  readonly object: StoredObject;
  readonly versionId: string | undefined; // as the answer shows it
  readonly event: S3Event;
};

/** S3 keeps times in whole seconds. */
export const wholeSeconds = (now: number): number => Math.floor(now / 1000) * 1000;

export const commitObject = (
  scope: S3Scope,
  created: NewObject,
  eventName: EventName,
): Committed => {
  const { model, key, context } = scope;
  const object: StoredObject = {
    annotations: Map(), // only a copy brings these along
    hiddenMetadata: 0,
    ...created,
    kind: 'object',
    versionId: newVersionId(scope.bucket, model.serial),
    lastModified: wholeSeconds(context.now),
    replication: replicationOnWrite(scope.bucket, key, created),
    owner: ownerOnWrite(scope, created.acl),
    archiveStatus: undefined,
    restoredUntil: undefined,
  };
  const bucket = addVersion(scope.bucket, key, object);
  return {
    model: takeSerial(saveBucket(model, bucket)),
    object,
    versionId: shownVersionId(bucket, object),
    event: objectEvent({ ...scope, bucket }, eventName, object, {
      size: object.bytes.length,
      etag: object.etag,
      sequencer: sequencerOf(model.serial),
      ...(eventName === 'ObjectCreated:Copy'
        ? { hasObjectAnnotation: !object.annotations.isEmpty() }
        : {}),
    }),
  };
};
