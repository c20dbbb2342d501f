import type { JudgedRef } from '../../app/judge-ref.ts';
import { assertNever } from '../../core/assert-never.ts';
import { explainPlan } from '../../core/orders/explain-plan.ts';
import type { Sent } from '../../core/orders/gate-plan.ts';
import type { OrderKind } from '../../core/orders/order.ts';
import { showText } from '../../core/show-text.ts';
import { gateOf } from './gate-of.ts';

type Fact = readonly [name: string, text: string];

/** What would follow, or why nothing would. This command itself does none of it. */
export const showNext = (judged: Pick<JudgedRef, 'plan' | 'rule'>): readonly Fact[] => {
  const { plan } = judged;
  if (plan === undefined) return [];
  const sentence = showText(explainPlan(plan));
  switch (plan.kind) {
    case 'order':
      return [
        ['order', `${plan.order.kind}: ${sentence}`],
        ...gateFacts(plan.order.kind, gateOf(judged)),
      ];
    case 'report':
      return [['report', `${plan.reason}: ${sentence}`]];
    case 'wait':
      return [['wait', sentence]];
    default:
      return assertNever(plan);
  }
};

/** The parameters of the stack that allow an order, and where. */
const OPT_IN = {
  copy: 'copyBuckets',
  'copy-in-parts': 'copyBuckets',
  isolate: 'quarantineBuckets',
  move: 'quarantineBuckets',
} as const;

const gateFacts = (kind: OrderKind, gate: Sent | undefined): readonly Fact[] => {
  switch (gate) {
    case 'observe':
      return [
        ['note', 'this rule only observes: nothing is ordered until it says `mode: enforce`'],
      ];
    case 'not-enabled':
      return [['note', 'no writer does that in this bucket: it would only be reported']];
    case 'sent':
      return kind === 'update-encryption'
        ? []
        : [['note', `done only where the stack lists this bucket under \`${OPT_IN[kind]}\``]];
    case 'tried': // never here: no order came back
    case undefined:
      return [];
    default:
      return assertNever(gate);
  }
};
