import { assertNever } from '../assert-never.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { Returned } from '../messages/ref-message.ts';
import type { Order, Plan } from '../orders/order.ts';
import type { Sent } from '../orders/gate-plan.ts';
import { opensIntent } from './kind-of-verdict.ts';
import type { ClosedIntent, OpenedIntent, PlanDetail, SealwardDetail } from './sealward-detail.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** The part of `unmapped.sealward` that a verdict, its trigger and its plan tell. */
export const detailOfVerdict = (
  input: VerdictRecordInput,
): Omit<SealwardDetail, 'stack' | 'kind' | 'policyHash'> => {
  const { ref, cause, runId, judged, encryption, plan, sent, tries, receivedAt } = input;
  const opened = plan?.kind === 'order' && opensIntent(input) !== undefined;
  return {
    verdict: judged.verdict.kind,
    ...(encryption !== undefined && { encryption }),
    ...ofVerdict(judged.verdict),
    ...(plan !== undefined && { plan: toPlanDetail(plan, sent) }),
    ...(opened && { intent: toIntent(plan.order) }),
    ...(ref.returned !== undefined && { closes: toClosed(ref.returned) }),
    trigger: {
      cause,
      ...(ref.sequencer !== undefined && { sequencer: ref.sequencer }),
      ...(runId !== undefined && { runId }),
      ...(ref.attempt !== undefined && { attempt: ref.attempt }),
      ...(receivedAt !== undefined && { receivedAt: receivedAt.getTime() }),
    },
    ...(tries !== undefined && { tries }),
  };
};

const ofVerdict = (verdict: Verdict): Partial<SealwardDetail> => {
  switch (verdict.kind) {
    case 'compliant':
      return { rule: verdict.rule };
    case 'exempt': {
      const { rule, undecided } = verdict.from;
      return { rule, exemption: verdict.exemption, undecided };
    }
    case 'violation': {
      const { rule, undecided, lapsedExemption } = verdict;
      return { rule, undecided, ...(lapsedExemption !== undefined && { lapsedExemption }) };
    }
    case 'indeterminate': {
      const { rule, cause, words, undecided } = verdict;
      return {
        ...(rule !== undefined && { rule }),
        cause,
        ...(words !== undefined && { words }),
        undecided,
      };
    }
    case 'gone':
      return { deleteMarker: verdict.deleteMarker };
    default:
      return assertNever(verdict);
  }
};

const toPlanDetail = (plan: Plan, sent: Sent | undefined): PlanDetail => {
  if (plan.kind !== 'order') {
    return plan;
  }
  const { kind, intentId } = plan.order;
  return {
    kind: 'order',
    order: kind,
    intentId,
    ...('to' in plan.order && { to: plan.order.to }),
    ...(sent !== undefined && { sent }),
  };
};

export const toIntent = (order: Order): OpenedIntent => ({
  intentId: order.intentId,
  order: { kind: order.kind, pin: order.pin, ...('to' in order && { to: order.to }) },
});

const toClosed = ({ intentId, rule, outcome }: Returned): ClosedIntent => {
  const { kind, ...told } = outcome;
  return { intentId, rule, outcome: kind, ...told };
};
