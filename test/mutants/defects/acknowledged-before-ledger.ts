import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'acknowledged-before-ledger',
  title: 'acknowledges every message that was judged, whether or not its record is durable',
  file: 'app/judge-messages.ts',
  from: 'entries.filter((one) => !settled.has(one))',
  to: 'entries.filter(() => false)',
  invariant: 6,
};
