import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'failed-send-swallowed',
  title: 'logs a send that failed whole and goes on as if it had arrived',
  file: 'app/send-where.ts',
  from: 'return new Set(asking.keys());',
  to: 'return new Set<number>();',
  invariant: 6,
};
