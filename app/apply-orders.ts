import { parseOrderMessage } from '../core/messages/order-message.ts';
import type { RefMessage } from '../core/messages/ref-message.ts';
import type { Order, OrderKind, Outcome } from '../core/orders/order.ts';
import type { Policy } from '../core/policy/load-policy.ts';
import type { Complain, FailedIds, Message } from './message.ts';
import { withLimit } from './with-limit.ts';

export type ApplyOrdersPorts<Kind extends OrderKind> = {
  readonly policy: Policy;
  readonly kind: Kind; // the one kind of order that this writer executes
  readonly apply: (order: Extract<Order, { kind: Kind }>) => Promise<Outcome>;
  readonly sendBack: (message: RefMessage) => Promise<void>;
  readonly atOnce: number;
};

/** Milliseconds that one order and its answer may take: an order that has less is not begun. */
export const TIME_TO_APPLY = 10_000;

/**
 * A writer: applies exactly the orders it is given and sends each ref back to the reader, whose next verdict is
 * what counts. Applying twice is harmless, so whatever fails in between goes back to the queue.
 */
export const createApplyOrders =
  <Kind extends OrderKind>(ports: ApplyOrdersPorts<Kind>, complain: Complain) =>
  async (messages: readonly Message[], timeLeft: () => number): Promise<FailedIds> => {
    const failed = new Set<string>();
    await withLimit(messages, ports.atOnce, async ({ id, body }) => {
      try {
        if (timeLeft() < TIME_TO_APPLY) {
          throw new Error('not begun: too little time left');
        }
        const order = readOrder(ports, body);
        await ports.sendBack(toReturn(order, await ports.apply(order)));
      } catch (error) {
        complain('order was not carried out', { message: id, error });
        failed.add(id);
      }
    });
    return failed;
  };

/** INVARIANT: keys are written only to targets of the policy that was compiled into this very bundle. */
const readOrder = <Kind extends OrderKind>(
  { policy, kind }: ApplyOrdersPorts<Kind>,
  body: string,
): Extract<Order, { kind: Kind }> => {
  const order = parseOrderMessage(body);
  if ('unreadable' in order) {
    throw new Error(order.unreadable);
  }
  if (!isKind(order, kind)) {
    throw new Error(`this writer executes \`${kind}\`, not \`${order.kind}\``);
  }
  if ('to' in order && !policy.rules.some(({ target }) => target?.keyArn === order.to.keyArn)) {
    throw new Error(`\`${order.to.keyArn}\` is no target of policy \`${policy.policyHash}\``);
  }
  return order;
};

const isKind = <Kind extends OrderKind>(
  order: Order,
  kind: Kind,
): order is Extract<Order, { kind: Kind }> => order.kind === kind;

const toReturn = (
  { ref, intentId, because }: Pick<Order, 'ref' | 'intentId' | 'because'>,
  outcome: Outcome,
): RefMessage => ({
  v: 1,
  cause: 'writer',
  refs: [{ ...ref, returned: { intentId, rule: because.rule, outcome } }],
});
