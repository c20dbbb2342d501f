import { explainPlan } from '../../../core/orders/explain-plan.ts';
import type { Ending } from '../check/ending.ts';

type Because = Extract<Ending, { how: 'reported' }>['because'];

/** Why an object was reported and not touched, for people. */
export const explainBecause = (because: Because, detail?: string): string => {
  switch (because) {
    case 'observe':
      return 'the rule only observes: the order is planned and recorded, not sent';
    case 'not-enabled':
      return 'the deployer has not listed that bucket for it: see `copyBuckets` and `quarantineBuckets`';
    case 'tried':
      return detail ?? 'this very order was tried, and changed nothing';
    default:
      return explainPlan({
        kind: 'report',
        reason: because,
        ...(detail !== undefined && { detail }),
      });
  }
};
