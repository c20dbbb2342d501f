import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { CompiledRule, Target } from '../policy/compiled-policy.ts';
import { copyNeeded } from './copy-needed.ts';
import { intentIdOf } from './intent-id.ts';
import type { Pin, Plan } from './order.ts';
import type { PlanFacts } from './plan-facts.ts';
import { report } from './report.ts';

/** A copy onto itself, where an update cannot do it and the rule says that copying is fine. */
export const planCopy = (
  { onViolation }: CompiledRule,
  target: Target,
  pin: Pin,
  because: Violation,
  object: ObjectFacts,
  facts: PlanFacts,
): Plan => {
  const why = copyNeeded(object.encryption, target, facts.account);
  if (onViolation !== 're-encrypt-by-copy') {
    return report('needs-copy', why);
  }
  if (object.archived) {
    return report('archived', `storage class \`${object.storageClass ?? 'unknown'}\``);
  }
  // A copy becomes the current version: copying an older one would bring old data back.
  const { current } = facts;
  if (object.ref.versionId !== undefined && current !== true) {
    return typeof current === 'object'
      ? report('current-unreadable', current.words ?? current.cause)
      : report('not-current', why);
  }
  const { versioning } = facts;
  if (
    versioning?.kind === 'versioning' &&
    versioning.status === 'suspended' &&
    object.ref.versionId !== 'null'
  ) {
    return report('versioning-suspended', why); // the copy would take the place of an older null version
  }
  const { algorithm, keyArn, bucketKey } = target;
  const size = object.size ?? 0;
  const order = {
    kind: size > facts.largestCopy ? 'copy-in-parts' : 'copy',
    ref: object.ref,
    pin,
    because,
    policyHash: facts.policyHash,
    to: { algorithm, keyArn, bucketKey },
    size,
  } as const;
  return { kind: 'order', order: { ...order, intentId: intentIdOf(order) } };
};
