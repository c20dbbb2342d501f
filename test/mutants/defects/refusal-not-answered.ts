import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'refusal-not-answered',
  title: 'answers the reader only where an order was applied',
  file: 'app/apply-orders.ts',
  from: 'await ports.sendBack(toReturn(order, outcome));',
  to: "if (outcome.kind === 'applied') await ports.sendBack(toReturn(order, outcome));",
  invariant: 7,
};
