import * as z from 'zod/mini';
import { listUntilFlaw } from '../list-until-flaw.ts';
import { parseKeyArn } from '../keys/key-arn.ts';
import type { Order } from '../orders/order.ts';
import { toQueueText } from './to-queue-text.ts';

const TEXT = z.string().check(z.minLength(1));

const REQUIREMENT = z.enum([
  'encryption',
  'kms-key',
  'key-manager',
  'key-account',
  'bucket-key',
  'key-rotation',
]);

const FINDING = {
  requirement: REQUIREMENT,
  expected: listUntilFlaw(z.string()),
  found: z.string(),
};

export const VIOLATION = z.object({
  kind: z.literal('violation'),
  rule: TEXT,
  severity: z.enum(['informational', 'low', 'medium', 'high', 'critical']),
  ...FINDING,
  also: listUntilFlaw(z.object(FINDING)),
  undecided: listUntilFlaw(
    z.object({ requirement: REQUIREMENT, cause: TEXT, words: z.optional(z.string()) }),
  ),
  lapsedExemption: z.optional(TEXT),
});

const EVERY = {
  ref: z.object({ bucket: TEXT, key: TEXT, versionId: z.optional(TEXT) }),
  pin: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('version'), versionId: TEXT }),
    z.object({ kind: z.literal('etag'), etag: TEXT, lastModified: TEXT }),
  ]),
  because: VIOLATION,
  policyHash: TEXT,
  intentId: TEXT,
};

const TO = z.object({
  algorithm: z.enum(['aws:kms', 'aws:kms:dsse']),
  keyArn: z.string().check(z.refine((text) => parseKeyArn(text) !== undefined)),
  bucketKey: z.boolean(),
});

const ORDER_MESSAGE = z.object({
  v: z.literal(1),
  again: z.optional(z.object({ why: z.enum(['continued', 'held']), times: z.number() })),
  order: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('update-encryption'), to: TO, ...EVERY }),
    z.object({ kind: z.literal('copy'), to: TO, size: z.number(), ...EVERY }),
    z.object({ kind: z.literal('copy-in-parts'), to: TO, size: z.number(), ...EVERY }),
    z.object({ kind: z.literal('isolate'), ...EVERY }),
    z.object({ kind: z.literal('move'), ...EVERY }),
  ]),
});

/** Why an order is on its queue once more: its work goes on, or the circuit breaker of its rule is open. */
export type Again = { readonly why: 'continued' | 'held'; readonly times: number };

export type OrderMessage = { readonly order: Order; readonly again?: Again };

export type ParsedOrder = OrderMessage | { readonly unreadable: string };

export const serialiseOrder = (order: Order, again?: Again): string =>
  toQueueText({ v: 1, order, ...(again && { again }) });

/** A writer acts on nothing that it does not understand whole. */
export const parseOrderMessage = (text: string): ParsedOrder => {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return { unreadable: 'not JSON' };
  }
  const parsed = ORDER_MESSAGE.safeParse(body);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('.');
    return { unreadable: `not an order of version 1: \`${path}\`` };
  }
  const { order, again } = parsed.data;
  // checked above, member by member, but for the brand
  return { order: order as unknown as Order, ...(again && { again }) };
};
