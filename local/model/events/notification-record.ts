// The event as queues, topics and functions get it: the key form-URL-encoded, milliseconds.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html status: documented
// The members of `objectRetentionEventData` status: assumed
import { canonicalIdOf } from '../ids.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { formEncodeKey } from './form-encode-key.ts';
import type { S3Event } from './model-event.ts';

export type NotificationRecord = Readonly<Record<string, unknown>> & {
  readonly eventName: string;
  readonly s3: {
    readonly configurationId: string;
    readonly bucket: { readonly name: string };
    readonly object: { readonly key: string; readonly versionId?: string };
  };
};

const glacierData = (event: S3Event) =>
  event.restoreExpiry === undefined
    ? undefined
    : {
        restoreEventData: {
          lifecycleRestorationExpiryTime: new Date(event.restoreExpiry).toISOString(),
          lifecycleRestoreStorageClass: event.sourceStorageClass,
        },
      };

const retentionData = ({ retention }: S3Event) =>
  retention === undefined
    ? undefined
    : { mode: retention.mode, retainUntilDate: retention.retainUntil };

export const toNotificationRecord = (event: S3Event, configurationId: string): NotificationRecord =>
  withoutUndefined({
    eventVersion: '2.6',
    eventSource: 'aws:s3',
    awsRegion: event.region,
    eventTime: new Date(event.time).toISOString(),
    eventName: event.eventName,
    userIdentity: { principalId: event.principal },
    requestParameters: { sourceIPAddress: event.sourceIp ?? 's3.amazonaws.com' },
    responseElements: { 'x-amz-request-id': event.requestId, 'x-amz-id-2': event.hostId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId,
      bucket: {
        name: event.bucket,
        ownerIdentity: {
          principalId: canonicalIdOf(event.account).slice(0, 14).toUpperCase(),
        },
        arn: `arn:${event.partition}:s3:::${event.bucket}`,
      },
      object: withoutUndefined({
        key: formEncodeKey(event.key),
        size: event.size,
        eTag: event.etag,
        versionId: event.versionId,
        sequencer: event.sequencer,
        hasObjectAnnotation: event.hasObjectAnnotation,
      }),
    },
    glacierEventData: glacierData(event),
    objectRetentionEventData: retentionData(event),
  }) as NotificationRecord;
