import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'legal-hold-ignored',
  title: 'looks at the retention date of a lock and forgets its legal hold',
  file: 'core/copies/lock-in-force.ts',
  from: 'return isRetained || legalHold',
  to: 'return isRetained',
  invariant: 1,
};
