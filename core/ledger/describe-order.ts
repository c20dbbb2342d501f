import type { OrderKind } from '../orders/order.ts';

const NAMES: Readonly<Record<OrderKind, string>> = {
  'update-encryption': 're-encryption',
  copy: 're-encryption by copy',
  'copy-in-parts': 're-encryption by copy in parts',
  isolate: 'isolation',
  move: 'move into quarantine',
};

/** The noun for an order in the sentences of records and alerts. */
export const describeOrder = (kind: OrderKind): string => NAMES[kind];
