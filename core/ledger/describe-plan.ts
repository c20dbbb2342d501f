import type { OrderKind } from '../orders/order.ts';
import { explainPlan } from '../orders/explain-plan.ts';
import { quoteText, showText } from '../show-text.ts';
import { describeOrder } from './describe-order.ts';
import { opensIntent } from './kind-of-verdict.ts';
import { showWords } from './show-words.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

const IN_VAIN: Readonly<Record<OrderKind, string>> = {
  'update-encryption': 'changed nothing',
  copy: 'changed nothing',
  'copy-in-parts': 'changed nothing',
  isolate: 'its marker tag is not seen',
  move: 'it is still there',
};

/** What follows a violation, or why nothing does. */
export const describePlan = (input: VerdictRecordInput): string => {
  const { ref, plan, sent } = input;
  const order = plan?.kind === 'order' ? plan.order : undefined;
  if (order !== undefined && opensIntent(input) !== undefined) {
    return `${describeOrder(order.kind)} ordered`;
  }
  const outcome = ref.returned?.outcome;
  if (outcome?.kind === 'refused') {
    return `the order was refused: ${quoteText(outcome.code)} (${showWords(outcome.words)})`;
  }
  if (plan === undefined) {
    return 'nothing was planned';
  }
  if (order === undefined) {
    return outcome?.kind === 'applied' && isIsolated(plan)
      ? 'isolated as ordered, its marker tag is there'
      : showText(explainPlan(plan));
  }
  if (order.intentId === ref.returned?.intentId) {
    return outcome?.kind === 'superseded' || outcome?.kind === 'failed'
      ? `the order was not carried out (${showWords(outcome.words)})`
      : `${describeOrder(order.kind)} was applied and ${IN_VAIN[order.kind]}`;
  }
  return sent === 'not-enabled'
    ? `${describeOrder(order.kind)} is planned, but not enabled in this stack`
    : `${describeOrder(order.kind)} is planned, but only observed`;
};

const isIsolated = (plan: NonNullable<VerdictRecordInput['plan']>): boolean =>
  plan.kind === 'report' && plan.reason === 'already-isolated';
