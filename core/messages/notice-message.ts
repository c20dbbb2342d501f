import * as z from 'zod/mini';
import type { BreakerOpened } from '../breaker/admission.ts';
import { toQueueText } from './to-queue-text.ts';

/** What a writer has the reader record and alert, since no writer may write to the ledger. */
export type Notice = { readonly kind: 'breaker-opened' } & BreakerOpened;

const TEXT = z.string().check(z.minLength(1));

const NOTICE_MESSAGE = z.object({
  v: z.literal(1),
  notice: z.object({
    kind: z.literal('breaker-opened'),
    rule: TEXT,
    orders: z.number(),
    hour: TEXT,
    at: TEXT,
  }),
});

export const isNotice = (body: object): boolean => 'v' in body && 'notice' in body;

/** As strict as with refs: a queue outlives the code that wrote to it. */
export const parseNotice = (
  body: object,
): { readonly notice: Notice } | { readonly unreadable: string; readonly ours: true } => {
  const { data, error } = NOTICE_MESSAGE.safeParse(body);
  return error === undefined
    ? { notice: data.notice }
    : {
        unreadable: `not a notice of version 1: \`${error.issues[0]?.path.join('.')}\``,
        ours: true,
      };
};

export const serialiseNotice = (notice: Notice): string => toQueueText({ v: 1, notice });
