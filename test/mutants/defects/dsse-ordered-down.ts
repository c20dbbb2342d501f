import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'dsse-ordered-down',
  title: 'orders an update of DSSE-KMS objects to SSE-KMS',
  file: 'core/orders/plan-re-encryption.ts',
  from: "if (encryption.kind === 'dsse-kms' && target.algorithm === 'aws:kms') {",
  to: "if (encryption.kind === 'dsse-kms' && target.algorithm !== 'aws:kms' && sourceKey !== undefined) {",
  invariant: 4,
};
