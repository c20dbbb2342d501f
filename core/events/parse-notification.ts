import * as z from 'zod/mini';
import type { TriggeredRef } from '../messages/ref-message.ts';
import { decodeNotificationKey } from './decode-notification-key.ts';
import { isKnownMajor } from './event-version.ts';
import type { Trigger } from './trigger.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
const RECORD = z.object({
  eventSource: z.literal('aws:s3'),
  eventVersion: z.string(),
  eventName: z.string(),
  s3: z.object({
    bucket: z.object({ name: z.string().check(z.minLength(1)) }),
    object: z.object({
      key: z.string().check(z.minLength(1)), // form-URL-encoded
      versionId: z.optional(z.string().check(z.minLength(1))),
      eTag: z.optional(z.string()),
      sequencer: z.optional(z.string()),
    }),
  }),
});

export const isNotification = (body: object): boolean => 'Records' in body;

/** S3 puts one record into a message today, and documents a list: a bad one does not hide its neighbours. */
export const parseNotification = (body: object): Trigger => {
  const { Records: records } = body as Record<string, unknown>;
  if (!Array.isArray(records)) {
    return { unreadable: '`Records` is not a list' };
  }
  const refs: TriggeredRef[] = [];
  let unreadable: string | undefined;
  for (const [index, record] of records.entries()) {
    const read = parseRecord(record);
    if (typeof read === 'string') {
      unreadable ??= `\`Records[${index}]\`: ${read}`;
    } else if (read !== undefined) {
      refs.push(read);
    }
  }
  const evidence = unreadable === undefined ? {} : { unreadable };
  if (refs.length > 0) {
    return { v: 1, cause: 'event', refs, ...evidence };
  }
  return unreadable === undefined ? { nothing: 'no record creates an object' } : { unreadable };
};

const parseRecord = (record: unknown): TriggeredRef | string | undefined => {
  const parsed = RECORD.safeParse(record);
  if (!parsed.success) {
    return `not an S3 record: \`${parsed.error.issues[0]?.path.join('.')}\``;
  }
  const { eventVersion, eventName, s3 } = parsed.data;
  if (!isKnownMajor(eventVersion, 2)) {
    return `eventVersion \`${eventVersion}\`, expected \`2.x\``;
  }
  if (!eventName.startsWith('ObjectCreated:')) {
    return undefined;
  }
  const { versionId, eTag, sequencer } = s3.object;
  const key = decodeNotificationKey(s3.object.key);
  if (key === undefined) {
    return `key \`${s3.object.key}\` is not form-URL-encoded`;
  }
  return {
    bucket: s3.bucket.name,
    key,
    ...(versionId !== undefined && { versionId }),
    ...(eTag !== undefined && { etag: eTag }),
    ...(sequencer !== undefined && { sequencer }),
  };
};
