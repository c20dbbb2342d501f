import type { ACTIVITY_NAMES, COMPLIANCE_NAMES, STATUS_NAMES } from './record-kind.ts';
import type { SealwardDetail } from './sealward-detail.ts';
import type { SeverityId } from './record-severity.ts';

type Account = { readonly uid: string; readonly type_id: 10; readonly type: 'AWS Account' };

/** What a record is about: an object version, a rule, or a queue that held an unreadable message. */
export type LedgerResource = {
  readonly uid: string; // ARN; of a rule the stack and its id
  readonly type: 'AWS::S3::Object' | 'AWS::SQS::Queue' | 'Sealward::Rule';
  readonly name: string; // key, raw; id of the rule; name of the queue
  readonly namespace?: string; // bucket
  readonly version?: string; // version id
  readonly region: string;
  readonly cloud_partition: string;
  readonly owner: { readonly account: Account };
  readonly modified_time?: number; // Last-Modified, epoch ms
  readonly data?: { readonly etag?: string; readonly size?: number }; // size in bytes
};

/** One requirement of the rule, where an object fails it (3) or could not be asked (0). */
export type LedgerCheck = {
  readonly name: string;
  readonly desc: string;
  readonly status_id: 0 | 3;
  readonly status: 'Unknown' | 'Fail';
};

export type LedgerCompliance = {
  readonly status_id: keyof typeof COMPLIANCE_NAMES;
  readonly status: string;
  readonly standards: readonly ['sealward-policy-v1'];
  readonly control?: string; // id of the rule
  readonly requirements?: readonly string[];
  readonly checks?: readonly LedgerCheck[];
  readonly status_details?: readonly string[];
};

/**
 * One line of the audit trail: OCSF 1.8.0 Compliance Finding, exactly the members that Sealward writes.
 * `message`, titles, descriptions and details are shown text; everything else is raw.
 * https://schema.ocsf.io/1.8.0/classes/compliance_finding
 */
export type LedgerRecord = {
  readonly activity_id: keyof typeof ACTIVITY_NAMES;
  readonly activity_name: string;
  readonly category_uid: 2;
  readonly class_uid: 2003;
  readonly type_uid: number; // class_uid * 100 + activity_id
  readonly time: number; // when it was written, epoch ms
  readonly severity_id: SeverityId;
  readonly severity: string;
  readonly status_id: keyof typeof STATUS_NAMES;
  readonly status: string;
  readonly message: string;
  readonly metadata: {
    readonly version: '1.8.0';
    readonly uid: string; // the record's id: see record-uid.ts
    readonly product: {
      readonly name: 'Sealward';
      readonly vendor_name: 'Sealward';
      readonly version: string;
    };
    readonly profiles: readonly ['cloud'];
  };
  readonly finding_info: { readonly uid: string; readonly title: string }; // see finding-uid.ts
  readonly compliance: LedgerCompliance;
  readonly remediation?: { readonly desc: string };
  readonly resources: readonly [LedgerResource];
  readonly cloud: {
    readonly provider: 'AWS';
    readonly region: string;
    readonly cloud_partition: string;
    readonly account: Account;
  };
  readonly unmapped: { readonly sealward: SealwardDetail };
};
