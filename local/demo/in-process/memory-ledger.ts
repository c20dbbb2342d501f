import type { LedgerPorts } from '../../../app/settle.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { PRODUCT_VERSION } from '../../../core/ledger/product-version.ts';
import { serialiseRecord } from '../../../core/ledger/serialise-record.ts';
import { createListeners } from '../world/listeners.ts';
import type { SeenAlert, SeenRecord } from '../world/world.ts';

const ALL_SENT: ReadonlySet<number> = new Set();

/** Firehose and SNS in memory. Records lie as the lines that would be in the audit bucket. */
export const createMemoryLedger = (
  account: string,
  region: string,
  policyHash: string,
): {
  readonly ports: LedgerPorts;
  readonly onRecord: (listener: (seen: SeenRecord) => void) => () => void;
  readonly read: () => readonly LedgerRecord[];
  readonly alerts: readonly SeenAlert[];
} => {
  const listeners = createListeners<SeenRecord>();
  const lines: string[] = [];
  const alerts: SeenAlert[] = [];
  const stack = 'sealward-in-process';
  return {
    onRecord: listeners.on,
    read: () => lines.map((line) => JSON.parse(line) as LedgerRecord),
    alerts,
    ports: {
      record: async (records) => {
        for (const record of records) {
          lines.push(serialiseRecord(record));
          listeners.tell({ record, durableAt: Date.now() });
        }
        return Promise.resolve(ALL_SENT);
      },
      publishAlerts: async (published) => {
        alerts.push(...published);
        return Promise.resolve(ALL_SENT);
      },
      alertFrom: 'high',
      ledger: {
        account,
        region,
        stack,
        policyHash,
        partition: 'aws',
        productVersion: PRODUCT_VERSION,
      },
      now: () => new Date(),
    },
  };
};
