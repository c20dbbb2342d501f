import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'batch-failures-swallowed',
  title: 'answers SQS that the whole batch is done with',
  file: 'runtime/sqs-batch.ts',
  from: '[...failed].map((itemIdentifier) => ({ itemIdentifier }))',
  to: '[...failed].slice(failed.size).map((itemIdentifier) => ({ itemIdentifier }))',
  invariant: 6,
};
