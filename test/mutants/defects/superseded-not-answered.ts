import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'superseded-not-answered',
  title: 'drops an order that the policy no longer wants without telling the reader',
  file: 'app/apply-orders.ts',
  from: "return ports.sendBack(toReturn(order, { kind: 'superseded', words }));",
  to: 'return;',
  invariant: 7,
};
