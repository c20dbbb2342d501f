import { kmsKeyOf } from '../objects/encryption.ts';
import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { CompiledRule, Target } from '../policy/compiled-policy.ts';
import { copyNeeded } from './copy-needed.ts';
import { lockDetail } from './lock-detail.ts';
import type { Plan } from './order.ts';
import { planCopy } from './plan-copy.ts';
import type { PlanFacts } from './plan-facts.ts';
import { pinOf } from './pin-of.ts';
import { replicationTrouble } from './replication.ts';
import { report } from './report.ts';
import { sourceKeyTrouble } from './source-key.ts';
import { aliasMoved, targetKeyTrouble } from './target-key.ts';
import { updateEncryption } from './update-encryption.ts';

/** The first row of DESIGN section 5 that stops a re-encryption, else the order itself. */
export const planReEncryption = (
  rule: CompiledRule,
  because: Violation,
  object: ObjectFacts,
  facts: PlanFacts,
): Plan => {
  const { target } = rule;
  if (target === undefined) {
    throw new Error(`rule \`${rule.id}\` re-encrypts without a target: not a compiled policy`);
  }
  const moved = aliasMoved(target, facts); // first: uploaders who follow the alias look like any other key
  if (moved !== undefined) {
    return moved;
  }
  const pin = pinOf(object);
  if (object.encryption.kind === 'sse-c' || pin === undefined) {
    return report('customer-key-unknown');
  }
  if (isUnderTarget(object, target)) {
    return report('no-remedy', `already under \`${target.keyArn}\`, as the target asks`);
  }
  const locked = lockDetail(object, facts.now);
  if (locked !== undefined) {
    return report('object-lock', locked);
  }
  return (
    sourceTrouble(rule, target, object, facts) ??
    targetKeyTrouble(target, facts) ??
    replicationTrouble(object, facts) ??
    (copyNeeded(object.encryption, target, facts.account) === undefined
      ? updateEncryption(target, pin, because, object, facts)
      : planCopy(rule, target, pin, because, object, facts))
  );
};

const isUnderTarget = ({ encryption }: ObjectFacts, target: Target): boolean =>
  (encryption.kind === 'sse-kms' &&
    target.algorithm === 'aws:kms' &&
    encryption.keyArn === target.keyArn &&
    encryption.bucketKey === target.bucketKey) ||
  (encryption.kind === 'dsse-kms' &&
    target.algorithm === 'aws:kms:dsse' &&
    encryption.keyArn === target.keyArn);

/** INVARIANT: encryption never gets weaker, and a customer key is left only where the rule lists it. */
const sourceTrouble = (
  { rekeyFrom }: CompiledRule,
  target: Target,
  { encryption }: ObjectFacts,
  { account, sourceKey }: PlanFacts,
): Plan | undefined => {
  if (encryption.kind === 'dsse-kms' && target.algorithm === 'aws:kms') {
    return report('stronger-than-target', 'DSSE-KMS is never downgraded to SSE-KMS');
  }
  const arn = kmsKeyOf(encryption);
  if (arn === undefined || arn === target.keyArn) {
    return undefined;
  }
  const trouble = sourceKeyTrouble(arn, sourceKey, account);
  if (trouble !== undefined) {
    return report('source-key-unusable', trouble);
  }
  const awsManaged = sourceKey?.kind === 'key' && sourceKey.manager === 'aws';
  return awsManaged || rekeyFrom.includes(arn)
    ? undefined
    : report('source-key-not-listed', `key \`${arn}\` is not in this rule's \`rekey-from\``);
};
