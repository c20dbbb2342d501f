// The event as EventBridge delivers it: raw key, seconds, no encryption anywhere.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html status: documented
// That a null version says `null`, and that never-versioned buckets say nothing status: assumed
import { uuidOf } from '../ids.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { S3Event } from './model-event.ts';

export type EventBridgeEnvelope = {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: 'aws.s3';
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
};

const inSeconds = (ms: number): string => new Date(ms).toISOString().replace(/\.\d{3}Z$/, 'Z');

const toDetail = (event: S3Event): Readonly<Record<string, unknown>> =>
  withoutUndefined({
    version: '0',
    'event-version': '1.2',
    bucket: { name: event.bucket },
    object: withoutUndefined({
      key: event.key,
      size: event.size,
      etag: event.etag,
      'version-id': event.versionId,
      sequencer: event.sequencer,
      'has-object-annotation': event.hasObjectAnnotation,
    }),
    'request-id': event.requestId,
    requester: event.requester,
    'source-ip-address': event.sourceIp,
    reason: event.reason,
    'deletion-type': event.deletionType,
    'source-storage-class': event.sourceStorageClass,
    'destination-storage-class': event.destinationStorageClass,
    'destination-access-tier': event.destinationAccessTier,
    'restore-expiry-time':
      event.restoreExpiry === undefined ? undefined : inSeconds(event.restoreExpiry),
    'object-annotation': event.annotation,
    'object-retention-event-data':
      event.retention === undefined
        ? undefined
        : { mode: event.retention.mode, 'retain-until-date': event.retention.retainUntil },
  });

export const toEventBridgeEnvelope = (event: S3Event): EventBridgeEnvelope => ({
  version: '0',
  id: uuidOf(
    'event',
    JSON.stringify([event.requestId, event.eventName, event.bucket, event.key, event.sequencer]),
  ),
  'detail-type': event.detailType,
  source: 'aws.s3',
  account: event.account,
  time: inSeconds(event.time),
  region: event.region,
  resources: [`arn:${event.partition}:s3:::${event.bucket}`],
  detail: toDetail(event),
});
