import { assertNever } from '../assert-never.ts';
import type { RecordKind } from './record-kind.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** The id of the intent that this record opens: an order that is being sent, and is not the one that just came back. */
export const opensIntent = ({ ref, judged, plan, sent }: VerdictRecordInput): string | undefined =>
  judged.verdict.kind === 'violation' &&
  plan?.kind === 'order' &&
  sent === 'sent' &&
  plan.order.intentId !== ref.returned?.intentId
    ? plan.order.intentId
    : undefined;

/** Which row of the record table a verdict belongs to. */
export const kindOfVerdict = (input: VerdictRecordInput): RecordKind => {
  const { ref, judged, plan } = input;
  if (judged.verdict.kind !== 'violation') {
    return judged.verdict.kind;
  }
  if (opensIntent(input) !== undefined) {
    return 'intent';
  }
  const outcome = ref.returned?.outcome.kind;
  switch (outcome) {
    case 'refused':
      return 'refused';
    case 'applied': // and yet the same order would follow again: it changed nothing
      return plan?.kind === 'order' && plan.order.intentId === ref.returned?.intentId
        ? 'failed'
        : 'violation';
    case 'superseded':
    case 'failed': // its failure was recorded when its queue gave up
    case undefined:
      return 'violation';
    default:
      return assertNever(outcome);
  }
};
