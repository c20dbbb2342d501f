import { fingerprint } from '../fingerprint.ts';
import type { LedgerContext } from '../ledger/ledger-context.ts';
import type { LedgerRecord, LedgerResource } from '../ledger/ledger-record.ts';
import { accountOf, objectResource, whereOf } from '../ledger/object-resource.ts';
import { describeAct } from './describe-act.ts';
import type { OperatorAct, OperatorOutcome } from './operator-act.ts';

type RuleResource = Omit<LedgerResource, 'type' | 'namespace' | 'version' | 'data'> & {
  readonly type: 'Sealward::Rule';
};

/** What a person did, under `unmapped.sealward`. Raw, hostile text. */
export type OperatorDetail = {
  readonly kind: 'operator';
  readonly stack: string;
  readonly operation: OperatorAct['operation'];
  readonly actId: string; // joins an intent and its outcome; of a release its release id
  readonly intentId?: string; // of the order that a release takes back
  readonly rule: string;
  readonly reason: string;
  readonly policyHash?: string; // that a release was judged by
  readonly outcome: OperatorOutcome['kind'];
  readonly versionId?: string; // that the released object has now
  readonly code?: string; // AWS's, of a refusal
  readonly words?: string; // AWS's, or what a person should know of how it was done
};

/**
 * One line of the audit trail about a person's act: OCSF 1.8.0 API Activity.
 * https://schema.ocsf.io/1.8.0/classes/api_activity
 */
export type OperatorRecord = Pick<
  LedgerRecord,
  'metadata' | 'time' | 'severity_id' | 'severity' | 'message' | 'cloud'
> & {
  readonly activity_id: 3;
  readonly activity_name: 'Update';
  readonly category_uid: 6;
  readonly class_uid: 6003;
  readonly type_uid: 600_303;
  readonly status_id: 0 | 1 | 2 | 99;
  readonly status: string;
  readonly actor: {
    readonly user: {
      readonly uid: string; // ARN
      readonly uid_alt: string;
      readonly account: ReturnType<typeof accountOf>;
    };
  };
  readonly api: {
    readonly operation: OperatorAct['operation'];
    readonly service: { readonly name: 'sealward' };
    readonly request: { readonly uid: string };
  };
  readonly src_endpoint: { readonly svc_name: 'sealward' }; // CloudTrail knows the address, by the same ARN
  readonly resources: readonly [LedgerResource | RuleResource];
  readonly unmapped: { readonly sealward: OperatorDetail };
};

/** A rule's breaker knows no policy; a release is always judged by one. */
export type OperatorContext = Omit<LedgerContext, 'policyHash'> & { readonly policyHash?: string };

const STATUS = {
  intended: [0, 'Unknown'],
  applied: [1, 'Success'],
  superseded: [2, 'Failure'],
  refused: [2, 'Failure'],
  failed: [2, 'Failure'],
  unfinished: [99, 'Other'],
} as const satisfies Record<OperatorOutcome['kind'], readonly [number, string]>;

export const operatorRecord = (
  act: OperatorAct,
  outcome: OperatorOutcome,
  context: OperatorContext,
): OperatorRecord => {
  const { id, by, operation, reason, rule, begunAt } = act;
  const [statusId, status] = STATUS[outcome.kind];
  const { kind, ...told } = outcome;
  const went = statusId !== 2;
  return {
    activity_id: 3,
    activity_name: 'Update',
    category_uid: 6,
    class_uid: 6003,
    type_uid: 600_303,
    time: context.now.getTime(),
    severity_id: went ? 1 : 3,
    severity: went ? 'Informational' : 'Medium',
    status_id: statusId,
    status,
    message: describeAct(act, outcome),
    metadata: {
      version: '1.8.0',
      // one run of the command writes each of its records once, however often it has to try
      uid: fingerprint('record', 'operator', id, by.arn, begunAt.toISOString(), kind),
      product: { name: 'Sealward', vendor_name: 'Sealward', version: context.productVersion },
      profiles: ['cloud'],
    },
    actor: {
      user: { uid: by.arn, uid_alt: by.userId, account: accountOf({ account: by.account }) },
    },
    api: { operation, service: { name: 'sealward' }, request: { uid: id } },
    src_endpoint: { svc_name: 'sealward' },
    resources: [resourceOf(act, context)],
    cloud: {
      provider: 'AWS',
      region: context.region,
      cloud_partition: context.partition,
      account: accountOf(context),
    },
    unmapped: {
      sealward: {
        kind: 'operator',
        stack: context.stack,
        operation,
        actId: id,
        ...('intentId' in act && { intentId: act.intentId }),
        rule,
        reason,
        ...(context.policyHash !== undefined && { policyHash: context.policyHash }),
        outcome: kind,
        ...told,
      },
    },
  };
};

const resourceOf = (act: OperatorAct, context: OperatorContext): LedgerResource | RuleResource =>
  act.operation === 'quarantine release'
    ? objectResource(act.ref, {}, context)
    : {
        uid: `${context.stack}/rule/${act.rule}`,
        type: 'Sealward::Rule',
        name: act.rule,
        ...whereOf(context),
      };
