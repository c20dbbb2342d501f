import { describeApplied } from '../ledger/describe-applied.ts';
import { describeOrder } from '../ledger/describe-order.ts';
import type { LedgerRecord } from '../ledger/ledger-record.ts';
import { quoteText } from '../show-text.ts';

/** What Sealward itself did about it, on one line. */
export const whatWasDone = ({ unmapped }: LedgerRecord): string => {
  const { intent, closes, plan, kind } = unmapped.sealward;
  const ended =
    closes === undefined
      ? ''
      : `order ${quoteText(closes.intentId)} ended as ${closes.outcome}${closes.outcome === 'applied' ? describeApplied(closes) : ''}; `;
  if (intent !== undefined) {
    return `${ended}${describeOrder(intent.order.kind)} ordered as ${quoteText(intent.intentId)}`;
  }
  if (kind === 'unreadable-message') {
    return 'kept the message in the ledger';
  }
  if (kind === 'breaker-opened') {
    return 'its orders are held back, none is lost';
  }
  if (plan?.kind === 'report' && plan.reason === 'already-isolated') {
    return `${ended}it is isolated`;
  }
  return plan?.kind === 'wait'
    ? `${ended}put off: nothing was changed`
    : `${ended}recorded, no order is open`;
};
