import type { EventName } from './event-types.ts';

/** Where one event goes, decided when it happens from the bucket's notification configuration. */
export type Destination =
  | { readonly kind: 'eventbridge' }
  | {
      readonly kind: 'sqs' | 'sns' | 'lambda';
      readonly arn: string;
      readonly configurationId: string;
    };

export type RetentionChange = {
  readonly mode: string;
  readonly retainUntil: string; // ISO 8601
};

/** What S3 tells about an object, before it is put into either of its two shapes. */
export type S3Event = {
  readonly kind: 's3-event';
  readonly eventName: EventName; // the notification's name, without `s3:`
  readonly detailType: string; // `Object Created`: EventBridge's name
  readonly reason?: string; // `PutObject`, `CopyObject`, `Lifecycle Expiration`, ...
  readonly deletionType?: 'Permanently Deleted' | 'Delete Marker Created';
  readonly partition: string;
  readonly region: string;
  readonly account: string; // the bucket owner's
  readonly bucket: string;
  readonly key: string; // raw
  readonly size?: number;
  readonly etag?: string; // without quotes
  readonly versionId?: string; // absent while the bucket never had versioning
  readonly sequencer?: string; // hex; on creates, deletes and annotation changes
  readonly hasObjectAnnotation?: boolean;
  readonly annotation?: { readonly name: string; readonly size?: number; readonly etag?: string };
  readonly sourceStorageClass?: string;
  readonly destinationStorageClass?: string;
  readonly destinationAccessTier?: string;
  readonly restoreExpiry?: number; // epoch ms
  readonly retention?: RetentionChange;
  readonly requester: string; // account id or service principal
  readonly principal: string;
  readonly sourceIp?: string; // absent where no request caused the event
  readonly requestId: string;
  readonly hostId: string;
  readonly time: number; // epoch ms
  readonly destinations: readonly Destination[];
};

/** `s3:TestEvent`, sent to queues and topics (and functions) when they are configured. Never to EventBridge. */
export type S3TestEvent = {
  readonly kind: 's3-test-event';
  readonly bucket: string;
  readonly requestId: string;
  readonly hostId: string;
  readonly time: number; // epoch ms
  readonly destinations: readonly Destination[];
};

export type ModelEvent = S3Event | S3TestEvent;
