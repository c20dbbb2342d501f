import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'lock-lost',
  title: 'does not say the Object Lock again, which no copy carries by itself',
  file: 'aws/copies/new-object-input.ts',
  from: `  ...(lock === 'carry' && lockInput(attributes, now)),
`,
  to: '',
  invariant: 1,
};
