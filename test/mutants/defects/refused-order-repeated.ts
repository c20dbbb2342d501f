import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'refused-order-repeated',
  title: 'sends an order again that was refused: it may work this time',
  file: 'core/orders/gate-plan.ts',
  from: 'if (returned?.intentId === plan.order.intentId) {',
  to: "if (returned?.intentId === plan.order.intentId && returned.outcome.kind === 'applied') {",
  invariant: 7,
};
