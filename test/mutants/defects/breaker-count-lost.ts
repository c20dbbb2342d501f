import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'breaker-count-lost',
  title: 'counts an order of a running hour as none',
  file: 'aws/breaker-updates.ts',
  from: "':one': { N: '1' },",
  to: "':one': { N: '0' },",
  invariant: 'section 5',
};
