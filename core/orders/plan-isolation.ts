import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import { intentIdOf } from './intent-id.ts';
import type { Plan } from './order.ts';
import { pinOf } from './pin-of.ts';
import type { PlanFacts } from './plan-facts.ts';
import { report } from './report.ts';

/** A marker tag on the exact version. Works on SSE-C objects too, once something pins them. */
export const planIsolation = (
  because: Violation,
  object: ObjectFacts,
  { policyHash, isolated }: PlanFacts,
): Plan => {
  if (isolated === true) {
    return report('already-isolated');
  }
  const pin = pinOf(object);
  if (pin === undefined) {
    return report('customer-key-unknown', 'S3 tells nothing that would pin this object');
  }
  const order = { kind: 'isolate', ref: object.ref, pin, because, policyHash } as const;
  return { kind: 'order', order: { ...order, intentId: intentIdOf(order) } };
};
