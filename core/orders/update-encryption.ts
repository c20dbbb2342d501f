import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { Target } from '../policy/compiled-policy.ts';
import { intentIdOf } from './intent-id.ts';
import type { Pin, Plan } from './order.ts';
import type { PlanFacts } from './plan-facts.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_UpdateObjectEncryption.html */
export const updateEncryption = (
  { algorithm, keyArn, bucketKey }: Target,
  pin: Pin,
  because: Violation,
  { ref }: ObjectFacts,
  { policyHash }: PlanFacts,
): Plan => {
  const order = {
    kind: 'update-encryption',
    ref,
    pin,
    because,
    policyHash,
    to: { algorithm, keyArn, bucketKey }, // S3 takes false for the bucket key unless told, whatever the bucket's default
  } as const;
  return { kind: 'order', order: { ...order, intentId: intentIdOf(order) } };
};
