import { type NotificationDrift, notificationDrift } from '../core/buckets/notification-drift.ts';
import type { BucketNotification } from '../core/buckets/bucket-notification.ts';

export type EnrollPorts = {
  readonly readNotification: (bucket: string) => Promise<BucketNotification>;
  readonly writeNotification: (bucket: string, to: BucketNotification) => Promise<void>;
  readonly pause: (milliseconds: number) => Promise<void>;
};

export type Enrolment =
  | { readonly kind: 'already'; readonly before: BucketNotification }
  | { readonly kind: 'due'; readonly before: BucketNotification } // a dry run: nothing was written
  | { readonly kind: 'enrolled'; readonly before: BucketNotification }
  | {
      readonly kind: 'unverified'; // written, but not what is there now
      readonly before: BucketNotification;
      readonly drift: NotificationDrift;
    };

const TRIES = 5;
const BETWEEN_TRIES = 1_000; // milliseconds: bucket settings are eventually consistent

/**
 * Switches EventBridge delivery on and keeps everything else that the bucket notifies.
 * S3 has no precondition on this write, so a change made between the read and the write would be lost: the read
 * comes right before, and what is there afterwards is compared with what was written.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/enable-event-notifications-eventbridge.html
 */
export const enrollBucket = async (
  ports: EnrollPorts,
  bucket: string,
  { apply }: { readonly apply: boolean },
): Promise<Enrolment> => {
  const before = await ports.readNotification(bucket);
  if (before.eventBridge) return { kind: 'already', before };
  if (!apply) return { kind: 'due', before };
  const wanted = { ...before, eventBridge: true };
  await ports.writeNotification(bucket, wanted);
  const drift = await verify(ports, bucket, wanted, TRIES);
  return drift === undefined ? { kind: 'enrolled', before } : { kind: 'unverified', before, drift };
};

const verify = async (
  ports: EnrollPorts,
  bucket: string,
  wanted: BucketNotification,
  tries: number,
): Promise<NotificationDrift | undefined> => {
  const drift = notificationDrift(wanted, await ports.readNotification(bucket));
  if (drift === undefined || tries <= 1) return drift;
  await ports.pause(BETWEEN_TRIES);
  return verify(ports, bucket, wanted, tries - 1);
};
