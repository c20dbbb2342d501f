import type { Defect } from '../defect.ts';

export const defect: Defect = {
  id: 'firehose-outage-swallowed',
  title: 'gives up on records that the stream does not take, and says so to nobody',
  file: 'aws/put-ledger-records.ts',
  from: 'return new Set(missing.keys()); // the SDK',
  to: 'return new Set<number>(); // the SDK',
  invariant: 6,
};
