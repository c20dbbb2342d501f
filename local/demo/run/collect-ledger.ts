import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { World } from '../world/world.ts';
import { afterMs, waitUntil } from './wait-until.ts';

/** Everything in the ledger, each record once, read until all that passed are there or `ms` have gone by. */
export const collectLedger = async (
  world: Pick<World, 'readLedger'>,
  passed: ReadonlySet<string>, // ids
  ms: number,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, LedgerRecord>> => {
  const ledger = new Map<string, LedgerRecord>();
  const isWhole = async (): Promise<boolean> => {
    for (const record of await world.readLedger()) ledger.set(record.metadata.uid, record);
    return [...passed].every((id) => ledger.has(id));
  };
  await waitUntil(isWhole, afterMs(ms), signal);
  return ledger;
};
