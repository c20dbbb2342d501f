import type { ReleasePlan } from '../../core/release/release-plan.ts';

/** A plan without the attributes that stand beside it already. */
export const planJson = (plan: ReleasePlan): Readonly<Record<string, unknown>> => {
  if (plan.kind !== 'restore') return plan;
  const { kind, how, encryption, verdict } = plan;
  return { kind, how, encryption, verdict };
};
