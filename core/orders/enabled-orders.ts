import type { OrderKind } from './order.ts';

/** The orders that a stack has a writer for. The others are planned, shown and recorded, and not carried out. */
export const ENABLED_ORDERS: ReadonlySet<OrderKind> = new Set<OrderKind>(['update-encryption']);
