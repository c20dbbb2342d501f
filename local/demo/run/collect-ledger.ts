import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { World } from '../world/world.ts';
import { afterMs, waitUntil } from './wait-until.ts';

export type CollectedLedger = {
  readonly records: ReadonlyMap<string, LedgerRecord>; // about objects, by id
  readonly acts: ReadonlySet<string>; // ids of those about what people did with the command
};

const isAct = ({ unmapped }: LedgerRecord): boolean =>
  (unmapped.sealward.kind as string) === 'operator';

/** Everything in the ledger, each record once, read until all that passed are there or `ms` have gone by. */
export const collectLedger = async (
  world: Pick<World, 'readLedger'>,
  passed: { readonly ids: ReadonlySet<string>; readonly acts: number },
  ms: number,
  signal: AbortSignal,
): Promise<CollectedLedger> => {
  const records = new Map<string, LedgerRecord>();
  const acts = new Set<string>();
  const isWhole = async (): Promise<boolean> => {
    for (const record of await world.readLedger()) {
      if (isAct(record)) acts.add(record.metadata.uid);
      else records.set(record.metadata.uid, record);
    }
    return [...passed.ids].every((id) => records.has(id)) && acts.size >= passed.acts;
  };
  await waitUntil(isWhole, afterMs(ms), signal);
  return { records, acts };
};
