import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'passing-failure-is-refusal',
  title: 'takes a server error for a refusal and gives the order up',
  file: 'aws/to-refusal.ts',
  from: `    default:
      throw error;
`,
  to: `    default:
      return { kind: 'refused', code: error.name, words };
`,
  invariant: 8,
};
