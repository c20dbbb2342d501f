import { assertNever } from '../assert-never.ts';
import { explainPlan } from '../orders/explain-plan.ts';
import { showText } from '../show-text.ts';
import { adviseCause } from './advise-cause.ts';
import { kindOfVerdict } from './kind-of-verdict.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** What a person should do now, or `undefined` where there is nothing left to do. */
export const advise = (input: VerdictRecordInput): string | undefined => {
  const { verdict } = input.judged;
  if (verdict.kind === 'indeterminate') {
    return adviseCause(verdict.cause);
  }
  const kind = kindOfVerdict(input);
  switch (kind) {
    case 'intent':
      return 'nothing yet: the next record of this object says how the order ended';
    case 'refused':
      return 'mend what AWS names, then judge it again';
    case 'failed':
      return 'find out what sets its encryption back, then judge it again';
    case 'violation':
      return adviseViolation(input);
    case 'compliant':
    case 'exempt':
    case 'indeterminate':
    case 'gone':
    case 'unreadable-message':
      return undefined;
    default:
      return assertNever(kind);
  }
};

const adviseViolation = ({ ref, plan, sent }: VerdictRecordInput): string => {
  if (plan === undefined) {
    return 'bring it under what the rule asks';
  }
  const next = showText(explainPlan(plan));
  if (plan.kind === 'wait') {
    return `nothing yet: ${next}`;
  }
  if (plan.kind === 'report') {
    return plan.reason === 'policy-says-report' ? 'bring it under what the rule asks' : next;
  }
  if (plan.order.intentId === ref.returned?.intentId) {
    return 'judge it again: what stopped the order may be over';
  }
  return sent === 'not-enabled'
    ? `do it by hand: ${next}`
    : `to have it done, set \`mode: enforce\` for the stack and the rule: ${next}`;
};
