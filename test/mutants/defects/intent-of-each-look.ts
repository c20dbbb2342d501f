import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'intent-of-each-look',
  title: 'makes a new intent id each time it looks, so that a repeated event orders again',
  file: 'core/orders/update-encryption.ts',
  from: "return { kind: 'order', order: { ...order, intentId: intentIdOf(order) } };",
  to: `const pinnedNow = { kind: 'etag', etag: '', lastModified: facts.now.toISOString() } as const;
  return { kind: 'order', order: { ...order, intentId: intentIdOf({ ...order, pin: pinnedNow }) } };`,
  invariant: 8,
};
