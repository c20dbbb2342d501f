import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { quarantineKeys } from '../../../core/quarantine/quarantine-keys.ts';
import type { World } from '../world/world.ts';
import { isFinal, type Ending } from './ending.ts';
import type { ObjectName } from './snapshot.ts';
import type { Trace } from './trace.ts';

const closingOf = (records: readonly LedgerRecord[]) =>
  records.findLast(({ unmapped }) => unmapped.sealward.closes !== undefined)?.unmapped.sealward
    .closes;

/** Whether the ledger says where everything is now: the copy, the version that it left behind, the place in quarantine. */
export const checkNamed = (
  { bucket, versionId }: ObjectName,
  { records, heir }: Trace,
  ending: Ending | undefined,
  intentId: string | undefined,
  { quarantine }: Pick<World, 'quarantine'>,
): readonly string[] => {
  if (ending?.how === 'quarantined') {
    const { object } = quarantineKeys(bucket, intentId ?? '');
    return closingOf(records)?.movedTo === `s3://${quarantine.bucket}/${object}`
      ? []
      : ['was moved, and its record does not say where to'];
  }
  if (heir === undefined) return [];
  const closing = closingOf(heir.records);
  const plan = records.findLast(isFinal)?.unmapped.sealward.plan;
  return [
    ...(closing?.became === heir.name.versionId ? [] : ['its record does not name its copy']),
    ...(closing?.residual === versionId ? [] : ['its record does not name what stays behind']),
    // what stays behind is no secret: it is judged again, and reported for what it is
    ...(plan?.kind === 'report' && plan.reason === 'not-current'
      ? []
      : ['stays behind its copy, and no verdict says so']),
  ];
};
