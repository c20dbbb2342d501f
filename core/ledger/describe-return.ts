import { assertNever } from '../assert-never.ts';
import type { Outcome } from '../orders/order.ts';
import { describeApplied } from './describe-applied.ts';

/** How the order ended that a verdict answers. */
export const describeReturn = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'applied':
      return `the order was applied${describeApplied(outcome)}`;
    case 'failed': // it may have been applied, and only its answer got lost
      return 'the order was given up';
    case 'superseded':
    case 'refused':
      return `not by our order, which was ${outcome.kind}`;
    default:
      return assertNever(outcome);
  }
};

/** The same where it is beside the point, unless the order made or moved something. */
export const describeTraces = (outcome: Outcome | undefined): string | undefined =>
  outcome?.kind === 'applied' && describeApplied(outcome) !== ''
    ? describeReturn(outcome)
    : undefined;
