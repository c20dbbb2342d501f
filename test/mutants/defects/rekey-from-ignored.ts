import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'rekey-from-ignored',
  title: 're-keys from any customer key, listed in `rekey-from` or not',
  file: 'core/orders/plan-re-encryption.ts',
  from: 'awsManaged || rekeyFrom.includes(arn)',
  to: 'awsManaged || rekeyFrom.length >= 0',
  invariant: 4,
};
