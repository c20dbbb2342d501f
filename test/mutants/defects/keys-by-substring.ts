import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'keys-by-substring',
  title: 'compares key ARNs by substring',
  file: 'core/requirements/kms-key.ts',
  from: 'allowed.includes(found)',
  to: 'allowed.some((arn) => found.includes(arn) || arn.includes(found))',
  invariant: 11,
};
