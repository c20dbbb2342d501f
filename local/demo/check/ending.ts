import type { RequirementId, Verdict } from '../../../core/judge/verdict.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { OpenedIntent } from '../../../core/ledger/sealward-detail.ts';
import type { Cause } from '../../../core/objects/object-facts.ts';
import type { OrderKind, ReportReason } from '../../../core/orders/order.ts';
import type { Sent } from '../../../core/orders/gate-plan.ts';

/** What was found wrong, and by which rule. */
type Found = { readonly rule: string; readonly requirement: RequirementId };

/** How an object's story ends, as far as its records tell it. */
export type Ending =
  | { readonly how: 'compliant'; readonly rule: string }
  | ({ readonly how: 'reencrypted' } & Found)
  | ({ readonly how: 'copied'; readonly order: 'copy' | 'copy-in-parts' } & Found)
  | ({ readonly how: 'isolated' } & Found)
  | ({ readonly how: 'quarantined' } & Found)
  | ({
      readonly how: 'reported';
      readonly because: ReportReason | Exclude<Sent, 'sent'>;
      readonly order?: OrderKind; // planned, and not sent, or not carried out
      readonly refused?: string; // code of whoever refused it
    } & Found)
  | { readonly how: 'exempt'; readonly exemption: string }
  | { readonly how: 'indeterminate'; readonly cause: Cause }
  | { readonly how: 'gone' };

/** Whether nothing more is to come: no order on its way, and no wait. */
export const isFinal = ({ unmapped: { sealward } }: LedgerRecord): boolean =>
  sealward.intent === undefined && sealward.plan?.kind !== 'wait';

const requirementOf = ({ compliance }: LedgerRecord): RequirementId =>
  (compliance.requirements?.[0] ?? 'none') as RequirementId;

const reported = (record: LedgerRecord): Ending => {
  const { rule = 'none', plan, closes } = record.unmapped.sealward;
  const common = { how: 'reported', rule, requirement: requirementOf(record) } as const;
  return plan?.kind === 'order'
    ? {
        ...common,
        because: plan.sent as Exclude<Sent, 'sent'>, // a sent one opens an intent, which is not final
        order: plan.order,
        ...(closes?.code !== undefined && { refused: closes.code }),
      }
    : { ...common, because: plan?.reason ?? 'no-remedy' };
};

/** What an order that was carried out came to, if the verdict after it says that it did. */
const remedied = (
  kind: OpenedIntent['order']['kind'],
  verdict: Verdict['kind'] | undefined,
  found: Found,
): Ending | undefined => {
  switch (kind) {
    case 'update-encryption':
      return verdict === 'compliant' ? { how: 'reencrypted', ...found } : undefined;
    case 'copy':
    case 'copy-in-parts':
      return verdict === 'compliant' ? { how: 'copied', order: kind, ...found } : undefined;
    case 'isolate':
      return verdict === 'violation' ? { how: 'isolated', ...found } : undefined;
    case 'move':
      return verdict === 'gone' ? { how: 'quarantined', ...found } : undefined;
    default:
      return kind satisfies never;
  }
};

const remedyOf = (
  records: readonly LedgerRecord[],
  heirs: readonly LedgerRecord[],
): Ending | undefined => {
  for (const { unmapped } of [...records, ...heirs].toReversed()) {
    const { closes, verdict } = unmapped.sealward;
    const opener = records.find(
      (one) => one.unmapped.sealward.intent?.intentId === closes?.intentId && closes !== undefined,
    );
    const intent = opener?.unmapped.sealward.intent;
    if (opener === undefined || intent === undefined || closes?.outcome !== 'applied') continue;
    const { rule = 'none' } = opener.unmapped.sealward;
    const found = { rule, requirement: requirementOf(opener) };
    return remedied(intent.order.kind, verdict, found);
  }
  return undefined;
};

/**
 * Reads the records of one object version, in the order in which they were written. `heirs` are those of the version
 * that a copy of it became. Undefined: its story goes on.
 */
export const readEnding = (
  records: readonly LedgerRecord[],
  heirs: readonly LedgerRecord[] = [],
): Ending | undefined => {
  const last = records.findLast(isFinal);
  if (last === undefined) return undefined;
  const { verdict, rule = 'none', exemption = 'none', cause } = last.unmapped.sealward;
  const remedy = remedyOf(records, heirs);
  if (remedy !== undefined) return remedy;
  switch (verdict) {
    case 'compliant':
      return { how: 'compliant', rule };
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
