import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { severityId } from '../../../core/ledger/record-severity.ts';
import type { SeenAlert } from '../world/world.ts';

/** Records that are grave enough and that no alert tells of. */
export const recordsWithoutAlert = (
  ledger: Iterable<LedgerRecord>,
  alerts: readonly SeenAlert[],
): readonly string[] => {
  const told = alerts.map(({ body }) => body).join('\n');
  return [...ledger]
    .filter(({ severity_id: severity }) => severity >= severityId('high'))
    .map(({ metadata }) => metadata.uid)
    .filter((id) => !told.includes(id));
};
