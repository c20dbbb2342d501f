import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'lost-orders-swallowed',
  title: "logs that a writer's queue took no orders and goes on as if it had",
  file: 'app/send-orders.ts',
  from: 'return new Set(bodies.keys());',
  to: 'return new Set<number>();',
  invariant: 7,
};
