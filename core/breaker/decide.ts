import type { Again } from '../messages/order-message.ts';
import type { Order } from '../orders/order.ts';
import type { Admission } from './admission.ts';
import type { BreakerState } from './breaker-state.ts';

export type Asking = {
  readonly rule: string;
  readonly delivery: string; // see `deliveryId`
  readonly now: Date;
  readonly limit: number; // orders of one rule within an hour
};

/** `next` is what to keep before anything is done; absent where nothing changes. */
export type Decision = { readonly admission: Admission; readonly next?: BreakerState };

/**
 * Whether one more order of a rule may go. The first one beyond the limit of a UTC hour opens the breaker, which
 * stays open, hour after hour, until a person resumes it: then counting starts anew.
 */
export const decide = (
  state: BreakerState | undefined,
  { rule, delivery, now, limit }: Asking,
): Decision => {
  if (state?.opened !== undefined) {
    return { admission: held(state, delivery) };
  }
  const hour = hourOf(now);
  // the clocks of two functions differ: what belongs to the hour before is counted in the one that has begun
  const counting =
    state !== undefined && state.hour >= hour ? state : { ...state, hour, orders: 0 };
  const next = { ...counting, rule };
  if (counting.orders < limit) {
    return { admission: { kind: 'go' }, next: { ...next, orders: counting.orders + 1 } };
  }
  const open = { ...next, opened: { at: now.toISOString(), by: delivery } };
  return { admission: held(open, delivery), next: open };
};

/** The start of the UTC hour, ISO 8601. */
export const hourOf = (now: Date): string => `${now.toISOString().slice(0, 13)}:00:00.000Z`;

/** One delivery of one order, the same each time that a queue delivers it: SQS delivers at least once. */
export const deliveryId = ({ intentId }: Pick<Order, 'intentId'>, again?: Again): string =>
  `${intentId}#${again?.times ?? 0}`;

const held = ({ rule, hour, orders, opened }: BreakerState, delivery: string): Admission => ({
  kind: 'held',
  words: `the circuit breaker of rule \`${rule}\` is open`,
  // a writer that opened it and died before it could say so says it when that order is delivered again
  ...(opened?.by === delivery && { opened: { rule, orders, hour, at: opened.at } }),
});
