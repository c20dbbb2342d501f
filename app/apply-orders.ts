import type { Admission, BreakerOpened } from '../core/breaker/admission.ts';
import {
  type Again,
  type OrderMessage,
  parseOrderMessage,
} from '../core/messages/order-message.ts';
import { type RefMessage, toReturn } from '../core/messages/ref-message.ts';
import type { Order, OrderKind, Outcome } from '../core/orders/order.ts';
import { noLongerOrdered } from '../core/orders/still-ordered.ts';
import type { Mode } from '../core/policy/compiled-policy.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import { inTime } from './in-time.ts';
import type { Complain, Delivery, FailedIds } from './message.ts';
import { withLimit } from './with-limit.ts';

/** How one kind of order is carried out. `continue`: time ran out, what is done is kept, and the rest is for another time. */
export type Apply<Kind extends OrderKind> = (
  order: Extract<Order, { kind: Kind }>,
  timeLeft: () => number, // milliseconds
) => Promise<Outcome | 'continue'>;

export type ApplyOrdersPorts<Kind extends OrderKind> = {
  readonly policy: Policy;
  readonly mode: Mode; // of the stack
  readonly apply: { readonly [K in Kind]: Apply<K> }; // the kinds of order that this writer executes, and no others
  readonly abandon?: (order: Order) => Promise<void>; // clears away what was begun; absent where nothing is ever half done
  readonly forget?: (order: Order) => Promise<void>; // what was kept to give the same answer twice, once it is given
  readonly admit: (order: Order, again?: Again) => Promise<Admission>; // the circuit breaker
  readonly isOpen: (order: Order) => Promise<boolean>; // its circuit breaker, asked without being counted
  readonly announce: (opened: BreakerOpened) => Promise<void>; // to the reader
  readonly sendBack: (message: RefMessage) => Promise<void>;
  readonly sendAgain: (order: Order, again: Again, delaySeconds: number) => Promise<void>; // to its own queue
  readonly timeToApply: number; // milliseconds that an order and its answer need at least: one that has less is not begun
  readonly atOnce: number;
};

/** Milliseconds of `timeToApply` that the answer may take. */
export const TIME_TO_RETURN = 8_000;
/** Deliveries, minutes apart, before an order is called superseded: a deployment may replace the reader first. */
const PATIENCE = 3;
const HELD_SECONDS = 900; // the longest delay that SQS takes

/**
 * A writer: applies exactly the orders it is given and sends each ref back to the reader, whose next verdict is
 * what counts. Applying twice is harmless, so whatever fails in between goes back to the queue.
 */
export const createApplyOrders =
  <Kind extends OrderKind>(ports: ApplyOrdersPorts<Kind>, complain: Complain) =>
  async (messages: readonly Delivery[], timeLeft: () => number): Promise<FailedIds> => {
    const failed = new Set<string>();
    await withLimit(messages, ports.atOnce, async ({ id, body, receiveCount }) => {
      try {
        needTime(timeLeft, ports.timeToApply);
        await carryOut(ports, readOrder(body), receiveCount, timeLeft);
      } catch (error) {
        complain('order was not carried out', { messageId: id, error });
        failed.add(id);
      }
    });
    return failed;
  };

const carryOut = async <Kind extends OrderKind>(
  ports: ApplyOrdersPorts<Kind>,
  { order, again }: OrderMessage,
  receiveCount: number,
  timeLeft: () => number,
): Promise<void> => {
  const apply = applierOf(ports, order);
  const words = noLongerOrdered(ports.policy, ports.mode, order);
  if (words !== undefined) {
    if (receiveCount < PATIENCE) {
      throw new Error(`not carried out yet, since ${words}`);
    }
    await ports.abandon?.(order);
    return ports.sendBack(toReturn(order, { kind: 'superseded', words }));
  }
  const times = (again?.times ?? 0) + 1;
  const hold = async (): Promise<void> =>
    ports.sendAgain(order, { why: 'held', times }, HELD_SECONDS);
  if (again?.why === 'held' && order.pin.kind === 'etag') {
    // days may have passed, and not every write can say what it expects to find: the reader looks again first. That
    // is no write: were it counted, a rule with as many such orders as its limit would open again with each resume
    return (await ports.isOpen(order))
      ? hold()
      : ports.sendBack({ v: 1, cause: 'writer', refs: [order.ref] });
  }
  // what was begun is finished, whatever the breaker says of orders to come
  const admission = again?.why === 'continued' ? GO : await ports.admit(order, again);
  if (admission.kind === 'held') {
    if (admission.opened !== undefined) {
      await ports.announce(admission.opened);
    }
    return hold();
  }
  needTime(timeLeft, TIME_TO_RETURN); // the breaker may have taken long to answer
  const outcome = await inTime(apply(timeLeft), timeLeft() - TIME_TO_RETURN);
  if (outcome === 'continue') {
    return ports.sendAgain(order, { why: 'continued', times }, 0);
  }
  await ports.sendBack(toReturn(order, outcome));
  return ports.forget?.(order);
};

const GO: Admission = { kind: 'go' };

const needTime = (timeLeft: () => number, milliseconds: number): void => {
  if (timeLeft() < milliseconds) {
    throw new Error('not begun: too little time left');
  }
};

const readOrder = (body: string): OrderMessage => {
  const message = parseOrderMessage(body);
  if ('unreadable' in message) {
    throw new Error(message.unreadable);
  }
  return message;
};

const applierOf = <Kind extends OrderKind>(
  { apply }: ApplyOrdersPorts<Kind>,
  order: Order,
): ((timeLeft: () => number) => Promise<Outcome | 'continue'>) => {
  const appliers: Partial<Record<OrderKind, unknown>> = apply;
  const applier = appliers[order.kind] as Apply<OrderKind> | undefined;
  if (applier === undefined) {
    const kinds = Object.keys(apply).map((kind) => `\`${kind}\``);
    throw new Error(`this writer executes ${kinds.join(' and ')}, not \`${order.kind}\``);
  }
  return async (timeLeft) => applier(order, timeLeft);
};
