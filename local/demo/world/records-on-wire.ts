import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { WireCall } from '../../front/wire-call.ts';

/** What a PutRecordBatch carries, in its order. */
export const recordsOnWire = ({ service, operation, status, body }: WireCall): LedgerRecord[] => {
  if (service !== 'firehose' || operation !== 'PutRecordBatch' || status !== 200) return [];
  const { Records } = JSON.parse(String(body)) as { readonly Records: readonly { Data: string }[] };
  return Records.map(
    ({ Data }) => JSON.parse(Buffer.from(Data, 'base64').toString('utf8')) as LedgerRecord,
  );
};
