import { parseOrderMessage } from '../core/messages/order-message.ts';
import { type RefMessage, toReturn } from '../core/messages/ref-message.ts';
import type { EncryptTo, Order, OrderKind, Outcome } from '../core/orders/order.ts';
import type { CompiledRule, Mode } from '../core/policy/compiled-policy.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import { inTime } from './in-time.ts';
import type { Complain, Delivery, FailedIds } from './message.ts';
import { withLimit } from './with-limit.ts';

export type ApplyOrdersPorts<Kind extends OrderKind> = {
  readonly policy: Policy;
  readonly mode: Mode; // of the stack
  readonly kind: Kind; // the one kind of order that this writer executes
  readonly apply: (order: Extract<Order, { kind: Kind }>) => Promise<Outcome>;
  readonly sendBack: (message: RefMessage) => Promise<void>;
  readonly atOnce: number;
};

/** Milliseconds that one order and its answer may take: an order that has less is not begun. */
export const TIME_TO_APPLY = 15_000;
/** Milliseconds of these that the answer may take. */
const TIME_TO_RETURN = 8_000;
/** Deliveries, minutes apart, before an order is called superseded: a deployment may replace the reader first. */
const PATIENCE = 3;

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
        if (timeLeft() < TIME_TO_APPLY) {
          throw new Error('not begun: too little time left');
        }
        const order = readOrder(ports, body);
        const outcome = await inTime(
          applyIfOrdered(ports, order, receiveCount),
          timeLeft() - TIME_TO_RETURN,
        );
        await ports.sendBack(toReturn(order, outcome));
      } catch (error) {
        complain('order was not carried out', { messageId: id, error });
        failed.add(id);
      }
    });
    return failed;
  };

/**
 * INVARIANT: keys are written only to targets of the policy that was compiled into this very bundle, and only while
 * stack and rule enforce. An order waits in its queue for up to 14 days: by then either may have changed its mind.
 */
const applyIfOrdered = async <Kind extends OrderKind>(
  { policy, mode, apply }: ApplyOrdersPorts<Kind>,
  order: Extract<Order, { kind: Kind }>,
  receiveCount: number,
): Promise<Outcome> => {
  const rule = policy.rules.find(({ id }) => id === order.because.rule);
  const enforces = mode === 'enforce' && rule?.mode === 'enforce';
  if (enforces && (!('to' in order) || isTarget(rule, order.to))) {
    return apply(order);
  }
  const words = enforces
    ? "the rule's target is another one"
    : 'stack and rule do not both enforce';
  if (receiveCount < PATIENCE) {
    throw new Error(`not carried out yet, since ${words}`);
  }
  return { kind: 'superseded', words };
};

const isTarget = ({ target }: CompiledRule, to: EncryptTo): boolean =>
  target?.keyArn === to.keyArn &&
  target.algorithm === to.algorithm &&
  target.bucketKey === to.bucketKey;

const readOrder = <Kind extends OrderKind>(
  { kind }: ApplyOrdersPorts<Kind>,
  body: string,
): Extract<Order, { kind: Kind }> => {
  const order = parseOrderMessage(body);
  if ('unreadable' in order) {
    throw new Error(order.unreadable);
  }
  if (!isKind(order, kind)) {
    throw new Error(`this writer executes \`${kind}\`, not \`${order.kind}\``);
  }
  return order;
};

const isKind = <Kind extends OrderKind>(
  order: Order,
  kind: Kind,
): order is Extract<Order, { kind: Kind }> => order.kind === kind;
