import { kmsKeyOf } from '../objects/encryption.ts';
import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import { intentIdOf } from './intent-id.ts';
import { lockDetail } from './lock-detail.ts';
import type { Plan } from './order.ts';
import { pinOf } from './pin-of.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planIsolation } from './plan-isolation.ts';
import { sourceKeyTrouble } from './source-key.ts';

/** Moves what can be moved without loss, isolates the rest, reports what cannot even be pinned or waits for replication. */
export const planQuarantine = (because: Violation, object: ObjectFacts, facts: PlanFacts): Plan => {
  const pin = pinOf(object);
  if (pin === undefined || !isMovable(object, facts)) {
    return planIsolation(because, object, facts);
  }
  if (object.replication === 'pending') {
    return WAIT; // deleted now, it would be missing at the destination
  }
  const order = {
    kind: 'move',
    ref: object.ref,
    pin,
    because,
    policyHash: facts.policyHash,
  } as const;
  return { kind: 'order', order: { ...order, intentId: intentIdOf(order) } };
};

const WAIT: Plan = { kind: 'wait', reason: 'replication-pending', seconds: 900 };

const isMovable = (object: ObjectFacts, facts: PlanFacts): boolean => {
  const { account, sourceKey, now, versioning } = facts;
  const { encryption, archived, ref } = object;
  const key = kmsKeyOf(encryption);
  return (
    encryption.kind !== 'sse-c' &&
    !archived &&
    lockDetail(object, now) === undefined &&
    // In a suspended bucket a delete removes the null version for good; with MFA delete we cannot delete at all.
    ref.versionId !== 'null' &&
    versioning?.kind === 'versioning' &&
    versioning.status !== 'suspended' &&
    !versioning.mfaDelete &&
    (key === undefined || sourceKeyTrouble(key, sourceKey, account) === undefined)
  );
};
