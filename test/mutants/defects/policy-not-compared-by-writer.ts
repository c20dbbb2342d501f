import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'policy-not-compared-by-writer',
  title: 'carries out orders of an earlier policy as long as the rule has the same name',
  file: 'core/orders/still-ordered.ts',
  from: 'if (order.policyHash !== policyHash) {',
  to: "if (order.policyHash === '' && policyHash !== '') {",
  invariant: 12,
};
