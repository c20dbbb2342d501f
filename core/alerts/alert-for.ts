import type { LedgerRecord } from '../ledger/ledger-record.ts';
import { severityId } from '../ledger/record-severity.ts';
import type { Severity } from '../policy/compiled-policy.ts';
import type { Alert } from './alert.ts';
import { alertAttributes } from './alert-attributes.ts';
import { alertBody } from './alert-body.ts';
import { alertSubject } from './alert-subject.ts';

/**
 * The alert for a record that is at least as severe as the threshold. An object that waits for its replication is
 * judged again and again: it alerts when the waiting begins and when it was in vain, not in between.
 */
export const alertFor = (record: LedgerRecord, threshold: Severity): Alert | undefined =>
  record.severity_id < severityId(threshold) || goesOnWaiting(record)
    ? undefined
    : {
        subject: alertSubject(record),
        body: alertBody(record),
        attributes: alertAttributes(record),
      };

const goesOnWaiting = ({ unmapped: { sealward } }: LedgerRecord): boolean =>
  sealward.plan?.kind === 'wait' && (sealward.trigger?.attempt ?? 0) > 0;
