import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'breaker-not-asked',
  title: 'lets every order go without asking the circuit breaker',
  file: 'app/apply-orders.ts',
  from: "again?.why === 'continued' ? GO : await ports.admit(order, again)",
  to: 'again?.times === -1 ? await ports.admit(order, again) : GO',
  invariant: 'section 5',
};
