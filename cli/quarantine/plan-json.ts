import type { ReleasePlan } from '../../core/release/release-plan.ts';

/** A plan without the attributes that stand beside it already. */
export const planJson = (plan: ReleasePlan): Readonly<Record<string, unknown>> => {
  switch (plan.kind) {
    case 'restore': {
      const { kind, how, encryption, verdict } = plan;
      return { kind, how, encryption, verdict };
    }
    case 'finish': {
      const { kind, encryption, verdict } = plan;
      return { kind, encryption, verdict };
    }
    default:
      return plan;
  }
};
