import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'observe-ignored',
  title: 'asks only for the mode of the stack, not for that of the rule',
  file: 'core/orders/gate-plan.ts',
  from: "stack.mode === 'enforce' && ruleMode === 'enforce'",
  to: "stack.mode === 'enforce'",
  invariant: 10,
};
