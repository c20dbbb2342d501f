import type { LedgerPorts } from '../../../app/settle.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { PRODUCT_VERSION } from '../../../core/ledger/product-version.ts';
import { serialiseRecord } from '../../../core/ledger/serialise-record.ts';
import { createListeners } from '../world/listeners.ts';
import type { SeenAlert, SeenRecord } from '../world/world.ts';
import type { Where } from './clients.ts';

const ALL_SENT: ReadonlySet<number> = new Set();

export type MemoryLedger = {
  readonly ports: LedgerPorts;
  readonly accept: (line: string) => void; // what somebody else wrote to the stream
  readonly onRecord: (listener: (seen: SeenRecord) => void) => () => void;
  readonly read: () => readonly LedgerRecord[];
  readonly alerts: readonly SeenAlert[];
};

/** Firehose and SNS in memory. Records lie as the lines that would be in the audit bucket. */
export const createMemoryLedger = (where: Where, policyHash: string): MemoryLedger => {
  const listeners = createListeners<SeenRecord>();
  const lines: string[] = [];
  const alerts: SeenAlert[] = [];
  const accept = (line: string): void => {
    lines.push(line);
    listeners.tell({ record: JSON.parse(line) as LedgerRecord, durableAt: Date.now() });
  };
  return {
    accept,
    onRecord: listeners.on,
    read: () => lines.map((line) => JSON.parse(line) as LedgerRecord),
    alerts,
    ports: {
      record: async (records) => {
        for (const record of records) accept(serialiseRecord(record));
        return Promise.resolve(ALL_SENT);
      },
      publishAlerts: async (published) => {
        alerts.push(...published);
        return Promise.resolve(ALL_SENT);
      },
      alertFrom: 'high',
      ledger: {
        ...where,
        stack: 'sealward-demo',
        policyHash,
        partition: 'aws',
        productVersion: PRODUCT_VERSION,
      },
      now: () => new Date(),
    },
  };
};
