import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'order-before-intent',
  title:
    'sends the orders first, so that the writer starts while the ledger is still being written',
  file: 'app/settle.ts',
  from: `  let open = await sendWhere(entries, ({ record }) => record, 'record', ports.record, complain);
  open = await sendWhere(open, ({ order }) => order, 'order', ports.sendOrders, complain);
`,
  to: `  let open = await sendWhere(entries, ({ order }) => order, 'order', ports.sendOrders, complain);
  open = await sendWhere(open, ({ record }) => record, 'record', ports.record, complain);
`,
  invariant: 7,
};
