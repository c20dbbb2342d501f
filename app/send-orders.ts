import { serialiseOrder } from '../core/messages/order-message.ts';
import type { Order, OrderKind } from '../core/orders/order.ts';
import type { Complain } from './message.ts';
import type { SendAll } from './send-where.ts';

export type OrderQueue = 'reencrypt' | 'copy' | 'quarantine';

const QUEUE_OF: Readonly<Record<OrderKind, OrderQueue>> = {
  'update-encryption': 'reencrypt',
  copy: 'copy',
  'copy-in-parts': 'copy',
  isolate: 'quarantine',
  move: 'quarantine',
};

/** Sends each order to the queue of the writer for its kind. Answers the indexes of those that did not arrive. */
export const createSendOrders = (
  sendTo: (queue: OrderQueue) => SendAll<{ readonly body: string }>,
  complain: Complain,
): SendAll<Order> => {
  const senders = new Map<OrderQueue, SendAll<{ readonly body: string }>>();
  const senderFor = (queue: OrderQueue): SendAll<{ readonly body: string }> => {
    const sender = senders.get(queue) ?? sendTo(queue);
    senders.set(queue, sender);
    return sender;
  };
  return async (orders) => {
    const missing = new Set<number>();
    for (const queue of new Set(Object.values(QUEUE_OF))) {
      const mine = [...orders.entries()].filter(([, { kind }]) => QUEUE_OF[kind] === queue);
      if (mine.length > 0) {
        const bodies = mine.map(([, order]) => ({ body: serialiseOrder(order) }));
        // one queue that is away must not stop the orders of the others
        const lost = await senderFor(queue)(bodies).catch((error: unknown) => {
          complain('orders could not be sent', { queue, error });
          return new Set(bodies.keys());
        });
        mine.forEach(([index], at) => lost.has(at) && missing.add(index));
      }
    }
    return missing;
  };
};
