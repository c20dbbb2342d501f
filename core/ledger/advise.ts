import { assertNever } from '../assert-never.ts';
import { explainPlan } from '../orders/explain-plan.ts';
import type { OrderKind } from '../orders/order.ts';
import { quoteText, showText } from '../show-text.ts';
import { adviseCause } from './advise-cause.ts';
import { kindOfVerdict } from './kind-of-verdict.ts';
import { quarantineCommand } from './quarantine-command.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** What a person should do now, or `undefined` where there is nothing left to do. `stack` is its name. */
export const advise = (input: VerdictRecordInput, stack: string): string | undefined => {
  const { ref, judged, plan } = input;
  const { verdict } = judged;
  if (verdict.kind === 'indeterminate') {
    return adviseCause(verdict.cause);
  }
  const kind = kindOfVerdict(input);
  const outcome = ref.returned?.outcome;
  const applied = outcome?.kind === 'applied' ? outcome : undefined;
  switch (kind) {
    case 'intent':
      return plan?.kind === 'order' && takesAway(plan.order.kind)
        ? `it is being taken out of use: ${giveBack(plan.order.intentId, stack)}`
        : 'nothing yet: the next record of this object says how the order ended';
    case 'refused':
      return 'mend what the refusal names, then judge it again';
    case 'failed':
      return plan?.kind === 'order'
        ? `find out what ${UNDOES[plan.order.kind]}, then judge it again`
        : undefined;
    case 'violation':
      return adviseViolation(input, stack);
    case 'gone':
      return applied?.movedTo === undefined ? undefined : giveBack(ref.returned?.intentId, stack);
    case 'compliant':
      return applied?.residual === undefined
        ? undefined
        : `version ${quoteText(applied.residual)} still is as it was: delete that version once nobody needs it`;
    case 'exempt':
    case 'indeterminate':
    case 'unreadable-message':
    case 'breaker-opened':
      return undefined;
    default:
      return assertNever(kind);
  }
};

const takesAway = (kind: OrderKind): boolean => kind === 'move' || kind === 'isolate';

const UNDOES: Readonly<Record<OrderKind, string>> = {
  'update-encryption': 'sets its encryption back',
  copy: 'sets its encryption back',
  'copy-in-parts': 'sets its encryption back',
  isolate: 'takes its marker tag away, or hides its tags',
  move: 'puts it back',
};

/** For whoever wrote an object that was moved or isolated. */
const giveBack = (intentId: string | undefined, stack: string): string => {
  const command = intentId === undefined ? undefined : quarantineCommand(intentId, stack);
  const where = command === undefined ? '' : ` (\`${command}\`)`;
  return `write it again as the rule asks, or have it released from quarantine${where}`;
};

const adviseViolation = ({ ref, plan, sent }: VerdictRecordInput, stack: string): string => {
  if (plan === undefined) {
    return 'bring it under what the rule asks';
  }
  const next = showText(explainPlan(plan));
  if (plan.kind === 'wait') {
    return `nothing yet: ${next}`;
  }
  if (plan.kind === 'report') {
    return plan.reason === 'already-isolated'
      ? giveBack(ref.returned?.intentId, stack)
      : plan.reason === 'policy-says-report'
        ? 'bring it under what the rule asks'
        : next;
  }
  if (plan.order.intentId === ref.returned?.intentId) {
    return 'judge it again: what stopped the order may be over';
  }
  return sent === 'not-enabled'
    ? `do it by hand: ${next}`
    : `to have it done, set \`mode: enforce\` for the stack and the rule: ${next}`;
};
