import * as z from 'zod/mini';
import { isKnownMajor } from './event-version.ts';
import type { Trigger } from './trigger.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
// Only what is used is asked for, and fields that AWS may add are ignored.
const OBJECT_CREATED = z.object({
  detail: z.object({
    'event-version': z.optional(z.string()),
    bucket: z.object({ name: z.string().check(z.minLength(1)) }),
    object: z.object({
      key: z.string().check(z.minLength(1)), // raw, never URL-encoded
      'version-id': z.optional(z.string().check(z.minLength(1))),
      etag: z.optional(z.string()),
      sequencer: z.optional(z.string()),
    }),
  }),
});

export const isEventBridgeEvent = (body: object): boolean =>
  'detail-type' in body && 'source' in body;

export const parseEventBridge = (body: object): Trigger => {
  const { source, 'detail-type': detailType } = body as Record<string, unknown>;
  // never `String(it)`: an object may say `toString` itself, and a deep list ends the stack
  if (source !== 'aws.s3') {
    const found = typeof source === 'string' ? `\`${source}\`` : 'that is not text';
    return { unreadable: `event source ${found}, expected \`aws.s3\`` };
  }
  if (typeof detailType !== 'string') {
    return { unreadable: '`Object Created` event without `detail-type`' };
  }
  if (detailType !== 'Object Created') {
    return { nothing: `\`${detailType}\` creates no object` };
  }
  const parsed = OBJECT_CREATED.safeParse(body);
  if (!parsed.success) {
    return { unreadable: `\`Object Created\` event without \`${pathOf(parsed.error)}\`` };
  }
  const { bucket, object, 'event-version': version } = parsed.data.detail;
  if (version !== undefined && !isKnownMajor(version, 1)) {
    return { unreadable: `event-version \`${version}\`, expected \`1.x\`` };
  }
  const { key, 'version-id': versionId, etag, sequencer } = object;
  return {
    v: 1,
    cause: 'event',
    refs: [
      {
        bucket: bucket.name,
        key,
        ...(versionId !== undefined && { versionId }),
        ...(etag !== undefined && { etag }),
        ...(sequencer !== undefined && { sequencer }),
      },
    ],
  };
};

const pathOf = (error: z.core.$ZodError): string => error.issues[0]?.path.join('.') ?? '';
