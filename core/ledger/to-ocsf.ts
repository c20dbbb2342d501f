import type { Severity } from '../policy/compiled-policy.ts';
import type { LedgerContext } from './ledger-context.ts';
import type { LedgerCompliance, LedgerRecord, LedgerResource } from './ledger-record.ts';
import { accountOf } from './object-resource.ts';
import { ACTIVITY_NAMES, COMPLIANCE_NAMES, RECORD_IDS, STATUS_NAMES } from './record-kind.ts';
import { severityId } from './record-severity.ts';
import type { SealwardDetail } from './sealward-detail.ts';

/** What differs from record to record; `toOcsf` adds what is the same in all. */
export type RecordContent = {
  readonly uid: string;
  readonly finding: LedgerRecord['finding_info'];
  readonly severity: Severity;
  readonly message: string;
  readonly compliance?: Omit<LedgerCompliance, 'status_id' | 'status' | 'standards'>;
  readonly advice?: string | undefined;
  readonly resource: LedgerResource;
  readonly detail: Omit<SealwardDetail, 'stack'>;
};

export const toOcsf = (content: RecordContent, context: LedgerContext): LedgerRecord => {
  const { uid, finding, severity, message, compliance, advice, resource, detail } = content;
  const ids = RECORD_IDS[detail.kind];
  const activity = detail.kind === 'compliant' && detail.closes !== undefined ? 3 : ids.activity;
  return {
    activity_id: activity,
    activity_name: ACTIVITY_NAMES[activity],
    category_uid: 2,
    class_uid: 2003,
    type_uid: 200_300 + activity,
    time: context.now.getTime(),
    severity_id: severityId(severity),
    severity: severity.charAt(0).toUpperCase() + severity.slice(1),
    status_id: ids.status,
    status: STATUS_NAMES[ids.status],
    message,
    metadata: {
      version: '1.8.0',
      uid,
      product: { name: 'Sealward', vendor_name: 'Sealward', version: context.productVersion },
      profiles: ['cloud'],
    },
    finding_info: finding,
    compliance: {
      status_id: ids.compliance,
      status: COMPLIANCE_NAMES[ids.compliance],
      standards: ['sealward-policy-v1'],
      ...compliance,
    },
    ...(advice !== undefined && { remediation: { desc: advice } }),
    resources: [resource],
    cloud: {
      provider: 'AWS',
      region: context.region,
      cloud_partition: context.partition,
      account: accountOf(context),
    },
    unmapped: { sealward: { ...detail, stack: context.stack } },
  };
};
