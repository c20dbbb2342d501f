// Every event S3 has that the model emits: the notification's name, EventBridge's detail-type and reason.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html status: documented
// There is no event for UpdateObjectEncryption in either list.

type EventType = { readonly detailType: string; readonly reason?: string };

export const EVENT_TYPES = {
  'ObjectCreated:Put': { detailType: 'Object Created', reason: 'PutObject' },
  'ObjectCreated:Copy': { detailType: 'Object Created', reason: 'CopyObject' },
  'ObjectCreated:CompleteMultipartUpload': {
    detailType: 'Object Created',
    reason: 'CompleteMultipartUpload',
  },
  'ObjectRemoved:Delete': { detailType: 'Object Deleted', reason: 'DeleteObject' },
  'ObjectRemoved:DeleteMarkerCreated': { detailType: 'Object Deleted', reason: 'DeleteObject' },
  'LifecycleExpiration:Delete': { detailType: 'Object Deleted', reason: 'Lifecycle Expiration' },
  'LifecycleExpiration:DeleteMarkerCreated': {
    detailType: 'Object Deleted',
    reason: 'Lifecycle Expiration',
  },
  LifecycleTransition: { detailType: 'Object Storage Class Changed' },
  IntelligentTiering: { detailType: 'Object Access Tier Changed' },
  'ObjectRestore:Post': { detailType: 'Object Restore Initiated' },
  'ObjectRestore:Completed': { detailType: 'Object Restore Completed' },
  'ObjectTagging:Put': { detailType: 'Object Tags Added' },
  'ObjectTagging:Delete': { detailType: 'Object Tags Deleted' },
  'ObjectAnnotation:Put': {
    detailType: 'Object Annotation Created',
    reason: 'PutObjectAnnotation',
  },
  'ObjectAnnotation:Delete': {
    detailType: 'Object Annotation Removed',
    reason: 'DeleteObjectAnnotation',
  },
  'ObjectAcl:Put': { detailType: 'Object ACL Updated' },
  'ObjectRetention:Put': { detailType: 'Object Retention Updated' },
} as const satisfies Readonly<Record<string, EventType>>;

export type EventName = keyof typeof EVENT_TYPES;

export const eventType = (name: EventName): EventType => EVENT_TYPES[name];
