import { assertNever } from '../assert-never.ts';
import type { Violation } from '../judge/verdict.ts';
import { explainPlan } from '../orders/explain-plan.ts';
import type { Outcome } from '../orders/order.ts';
import { quoteText, showText } from '../show-text.ts';
import { describeFinding } from './describe-finding.ts';
import { describeOrder } from './describe-order.ts';
import { opensIntent } from './kind-of-verdict.ts';
import { showWords } from './show-words.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** One sentence that a person can act on: which object, what was found, what follows. */
export const describeVerdict = (input: VerdictRecordInput): string => {
  const { ref, judged, encryption } = input;
  const { verdict } = judged;
  const name = quoteText(`${judged.ref.bucket}/${judged.ref.key}`);
  switch (verdict.kind) {
    case 'compliant':
      return ref.returned === undefined
        ? `${name} meets rule ${quoteText(verdict.rule)}`
        : `${name} now meets rule ${quoteText(verdict.rule)}: ${describeReturn(ref.returned.outcome.kind)}`;
    case 'exempt': {
      const finding = describeFinding(verdict.from, encryption);
      return `${name} ${finding}: exempt by ${quoteText(verdict.exemption)}`;
    }
    case 'violation':
      return `${name} ${describeFinding(verdict, encryption)}: ${whatFollows(input, verdict)}`;
    case 'indeterminate': {
      const words = verdict.words === undefined ? '' : ` (${showWords(verdict.words)})`;
      return `${name} could not be judged: ${quoteText(verdict.cause)}${words}`;
    }
    case 'gone':
      return `${name} is ${verdict.deleteMarker ? 'a delete marker' : 'gone'}: nothing to judge`;
    default:
      return assertNever(verdict);
  }
};

const describeReturn = (outcome: Outcome['kind']): string => {
  switch (outcome) {
    case 'applied':
      return 'the order was applied';
    case 'failed': // it may have been applied, and only its answer got lost
      return 'the order was given up';
    case 'superseded':
    case 'refused':
      return `not by our order, which was ${outcome}`;
    default:
      return assertNever(outcome);
  }
};

const whatFollows = (input: VerdictRecordInput, { lapsedExemption }: Violation): string => {
  const lapsed =
    lapsedExemption === undefined
      ? ''
      : `exemption ${quoteText(lapsedExemption)} has expired, so that it counts again; `;
  return `${lapsed}${describePlan(input)}`;
};

const describePlan = (input: VerdictRecordInput): string => {
  const { ref, plan, sent } = input;
  const order = plan?.kind === 'order' ? plan.order : undefined;
  if (order !== undefined && opensIntent(input) !== undefined) {
    return `${describeOrder(order.kind)} ordered`;
  }
  const outcome = ref.returned?.outcome;
  if (outcome?.kind === 'refused') {
    return `AWS refused the order: ${quoteText(outcome.code)} (${showWords(outcome.words)})`;
  }
  if (plan === undefined) {
    return 'nothing was planned';
  }
  if (order === undefined) {
    return showText(explainPlan(plan));
  }
  if (order.intentId === ref.returned?.intentId) {
    return outcome?.kind === 'superseded' || outcome?.kind === 'failed'
      ? `the order was not carried out (${showWords(outcome.words)})`
      : `${describeOrder(order.kind)} was applied and changed nothing`;
  }
  return sent === 'not-enabled'
    ? `${describeOrder(order.kind)} is planned, but not enabled in this stack`
    : `${describeOrder(order.kind)} is planned, but only observed`;
};
