// What a newly configured queue, topic or function hears first: no `Records` in it.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html status: documented
import type { S3TestEvent } from './model-event.ts';

export const toTestEventBody = (event: S3TestEvent) => ({
  Service: 'Amazon S3',
  Event: 's3:TestEvent',
  Time: new Date(event.time).toISOString(),
  Bucket: event.bucket,
  RequestId: event.requestId,
  HostId: event.hostId,
});
