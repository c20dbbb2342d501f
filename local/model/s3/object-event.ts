// What happened to an object, told once; two renderings come later.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html status: documented
import { eventType, type EventName } from '../events/event-types.ts';
import type { S3Event } from '../events/model-event.ts';
import { hostIdOf } from '../ids.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { destinationsOf } from './notification-destinations.ts';
import type { S3Scope } from './scope.ts';
import type { Version } from './stored-object.ts';
import { shownVersionId } from './version-stack.ts';

type Facts = {
  readonly [
    Name in
      | 'size'
      | 'etag'
      | 'sequencer'
      | 'deletionType'
      | 'hasObjectAnnotation'
      | 'annotation'
      | 'sourceStorageClass'
      | 'destinationStorageClass'
      | 'destinationAccessTier'
      | 'restoreExpiry'
      | 'retention'
  ]?: S3Event[Name] | undefined;
};

const LOCALHOST = '127.0.0.1';

/** `scope.bucket` is the bucket as the event leaves it: its configuration decides who hears of it. */
export const objectEvent = (
  { model, bucket, key, context }: S3Scope,
  eventName: EventName,
  version: Version,
  facts: Facts,
): S3Event => {
  const { caller, requestId, now } = context;
  return withoutUndefined({
    kind: 's3-event',
    eventName,
    ...eventType(eventName),
    partition: model.partition,
    region: model.region,
    account: bucket.owner,
    bucket: bucket.name,
    key,
    versionId: shownVersionId(bucket, version),
    ...facts,
    requester: caller.account,
    principal: caller.principal ?? `AWS:${caller.account}`,
    sourceIp: caller.sourceIp ?? LOCALHOST,
    requestId,
    hostId: hostIdOf(requestId),
    time: now,
    destinations: destinationsOf(bucket.notification, eventName, key),
  }) as S3Event;
};

/** An event that no request caused: lifecycle and the end of a restore. */
export const serviceEvent = (
  scope: S3Scope,
  eventName: EventName,
  version: Version,
  facts: Facts,
): S3Event => {
  const { sourceIp: _none, ...event } = objectEvent(scope, eventName, version, facts);
  return { ...event, requester: 's3.amazonaws.com', principal: 'AmazonCustomer:s3.amazonaws.com' };
};
