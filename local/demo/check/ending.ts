import type { RequirementId } from '../../../core/judge/verdict.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { Cause } from '../../../core/objects/object-facts.ts';
import type { OrderKind, ReportReason } from '../../../core/orders/order.ts';
import type { Sent } from '../../../core/orders/gate-plan.ts';

/** How an object's story ends, as far as its records tell it. */
export type Ending =
  | { readonly how: 'compliant'; readonly rule: string }
  | {
      readonly how: 'reencrypted';
      readonly rule: string;
      readonly requirement: RequirementId; // that it failed before
    }
  | {
      readonly how: 'reported';
      readonly rule: string;
      readonly requirement: RequirementId;
      readonly because: ReportReason | Exclude<Sent, 'sent'>;
      readonly order?: OrderKind; // planned, and not sent
    }
  | { readonly how: 'exempt'; readonly exemption: string }
  | { readonly how: 'indeterminate'; readonly cause: Cause }
  | { readonly how: 'gone' };

/** Whether nothing more is to come: no order on its way, and no wait. */
export const isFinal = ({ unmapped: { sealward } }: LedgerRecord): boolean =>
  sealward.intent === undefined && sealward.plan?.kind !== 'wait';

const requirementOf = ({ compliance }: LedgerRecord): RequirementId =>
  (compliance.requirements?.[0] ?? 'none') as RequirementId;

const reported = (record: LedgerRecord): Ending => {
  const { rule = 'none', plan } = record.unmapped.sealward;
  const common = { how: 'reported', rule, requirement: requirementOf(record) } as const;
  return plan?.kind === 'order'
    ? {
        ...common,
        because: plan.sent as Exclude<Sent, 'sent'>, // a sent one opens an intent, which is not final
        order: plan.order,
      }
    : { ...common, because: plan?.reason ?? 'no-remedy' };
};

/** Reads the records of one object, in the order in which they were written. Undefined: its story goes on. */
export const readEnding = (records: readonly LedgerRecord[]): Ending | undefined => {
  const last = records.findLast(isFinal);
  if (last === undefined) return undefined;
  const { verdict, rule = 'none', exemption = 'none', cause, closes } = last.unmapped.sealward;
  const intent = records.find(
    ({ unmapped }) =>
      unmapped.sealward.intent?.intentId === closes?.intentId && closes !== undefined,
  );
  switch (verdict) {
    case 'compliant':
      return intent === undefined
        ? { how: 'compliant', rule }
        : { how: 'reencrypted', rule, requirement: requirementOf(intent) };
    case 'violation':
      return reported(last);
    case 'exempt':
      return { how: 'exempt', exemption };
    case 'indeterminate':
      return { how: 'indeterminate', cause: cause ?? 'gave-up' };
    case 'gone':
      return { how: 'gone' };
    default:
      return undefined; // a message that nobody could read tells of no object
  }
};
