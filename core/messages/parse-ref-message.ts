import * as z from 'zod/mini';
import { listUntilFlaw } from '../list-until-flaw.ts';
import type { Trigger } from '../events/trigger.ts';
import type { RefMessage } from './ref-message.ts';
import { toQueueText } from './to-queue-text.ts';

const TEXT = z.string().check(z.minLength(1));

const OUTCOME = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('applied'),
    became: z.optional(TEXT),
    residual: z.optional(TEXT),
    movedTo: z.optional(TEXT),
    words: z.optional(z.string()),
  }),
  z.object({ kind: z.literal('superseded'), words: z.string() }),
  z.object({ kind: z.literal('refused'), code: z.string(), words: z.string() }),
  z.object({ kind: z.literal('failed'), words: z.string() }),
]);

const REF_MESSAGE = z.object({
  v: z.literal(1),
  cause: z.enum(['event', 'writer', 'wait', 'sweep', 'redrive', 'cli']),
  runId: z.optional(TEXT),
  refs: listUntilFlaw(
    z.object({
      bucket: TEXT,
      key: TEXT,
      versionId: z.optional(TEXT),
      etag: z.optional(z.string()),
      sequencer: z.optional(z.string()),
      attempt: z.optional(z.number()),
      returned: z.optional(z.object({ intentId: TEXT, rule: TEXT, outcome: OUTCOME })),
    }),
  ),
});

export const isRefMessage = (body: object): boolean => 'v' in body && 'refs' in body;

/** Our own messages are parsed as strictly as anybody's: a queue outlives the code that wrote to it. */
export const parseRefMessage = (body: object): Trigger => {
  const parsed = REF_MESSAGE.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return { unreadable: `not a ref message of version 1: \`${path}\``, ours: true };
  }
  // zod types an absent optional as `| undefined`; JSON has no undefined, so none is there
  const message = parsed.data as RefMessage;
  return message.refs.length > 0 ? message : { nothing: 'no refs in the message' };
};

export const serialiseRefMessage = (message: RefMessage): string => toQueueText(message);
