import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'held-order-lost',
  title:
    'acknowledges an order that the circuit breaker holds without putting it back on its queue',
  file: 'app/apply-orders.ts',
  from: "ports.sendAgain(order, { why: 'held', times }, HELD_SECONDS)",
  to: 'undefined',
  invariant: 7,
};
