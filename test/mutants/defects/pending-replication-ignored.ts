import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'pending-replication-ignored',
  title: 'orders a new key for an object that is still being replicated',
  file: 'core/orders/replication.ts',
  from: "return { kind: 'wait', reason: 'replication-pending', seconds: WAIT_SECONDS };",
  to: "return facts.account === '' ? report('replication-pending', String(WAIT_SECONDS)) : undefined;",
  invariant: 10,
};
