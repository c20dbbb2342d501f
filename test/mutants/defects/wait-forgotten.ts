import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'wait-forgotten',
  title: 'records that an object waits for its replication, and never looks at it again',
  file: 'app/to-entry.ts',
  from: `    ...(plan?.kind === 'wait' && { wait: toWait(task, plan) }),
`,
  to: '',
  invariant: 8,
};
