import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'firehose-partial-swallowed',
  title: 'takes a 200 of PutRecordBatch for all of its records',
  file: 'aws/put-ledger-records.ts',
  from: 'return answer?.RecordId !== undefined && answer.ErrorCode === undefined;',
  to: 'return answer !== undefined;',
  invariant: 6,
};
