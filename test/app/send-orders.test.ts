import { expect, it } from '@jest/globals';
import { createSendOrders, type OrderQueue } from '../../app/send-orders.ts';
import type { Order, OrderKind } from '../../core/orders/order.ts';
import { makeViolation } from '../made/facts.ts';
import { makeComplaints } from './fakes.ts';

const order = (kind: OrderKind, key: string): Order =>
  ({
    kind,
    ref: { bucket: 'b', key, versionId: 'v1' },
    pin: { kind: 'version', versionId: 'v1' },
    because: makeViolation(),
    policyHash: 'hash',
    intentId: key,
  }) as unknown as Order;

const ORDERS = [
  order('move', 'm'),
  order('update-encryption', 'u1'),
  order('copy', 'c'),
  order('update-encryption', 'u2'),
  order('isolate', 'i'),
  order('copy-in-parts', 'p'),
];

const keysIn = (bodies: readonly { readonly body: string }[]): readonly string[] =>
  bodies.map(({ body }) => (JSON.parse(body) as { order: Order }).order.ref.key);

it('sends each order to the queue of its writer', async () => {
  const sent: Partial<Record<OrderQueue, readonly string[]>> = {};
  const send = createSendOrders(
    (queue) => async (bodies) => {
      sent[queue] = keysIn(bodies);
      return Promise.resolve(new Set());
    },
    makeComplaints().complain,
  );
  expect(await send(ORDERS)).toEqual(new Set());
  expect(sent).toEqual({ reencrypt: ['u1', 'u2'], copy: ['c', 'p'], quarantine: ['m', 'i'] });
});

it('answers what did not arrive by its place among all orders', async () => {
  const { complain, complaints } = makeComplaints();
  const send = createSendOrders(
    (queue) => async (bodies) => {
      if (queue === 'copy') throw new Error('queue away');
      return Promise.resolve(new Set(queue === 'reencrypt' ? [1] : bodies.keys()));
    },
    complain,
  );
  expect(await send(ORDERS)).toEqual(new Set([0, 2, 3, 4, 5]));
  expect(complaints).toMatchObject([
    { what: 'orders could not be sent', about: { queue: 'copy' } },
  ]);
});

it('asks for no queue that nothing goes to', async () => {
  const asked: OrderQueue[] = [];
  const send = createSendOrders((queue) => {
    asked.push(queue);
    return async () => Promise.resolve(new Set());
  }, makeComplaints().complain);
  await send([order('update-encryption', 'u')]);
  expect(asked).toEqual(['reencrypt']);
});
