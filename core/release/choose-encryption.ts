import type { Verdict } from '../judge/verdict.ts';
import { type Encryption, kmsKeyOf } from '../objects/encryption.ts';
import { isUsableByS3 } from '../keys/key-facts.ts';
import type { CompiledRule, Target } from '../policy/compiled-policy.ts';
import { judgeAs, type PolicyFacts, ruleOf } from './policy-facts.ts';
import { refuse, type ReleasedVerdict, type ReleasePlan } from './release-plan.ts';
import { asItWas, type Restorable, underTarget } from './restorable-as.ts';

export type Choice =
  | {
      readonly kind: 'choice';
      readonly as: Restorable;
      readonly how: 'as-it-was' | 'under-target';
      readonly verdict: ReleasedVerdict;
    }
  | Extract<ReleasePlan, { kind: 'refused' }>;

/**
 * How the object is encrypted when it is put back: as it was where the policy has nothing against that by now, else
 * under the target of the rule that governs it, else, only under an exemption, as it was all the same.
 */
export const chooseEncryption = (facts: PolicyFacts, was: Encryption): Choice => {
  const before = asItWas(was);
  if (before === undefined) {
    return refuse('undecided', `encryption \`${was.kind}\` is none that S3 could be asked for`);
  }
  const verdict = judgeAs(facts, before.becomes);
  const target = ruleOf(facts)?.target;
  if (verdict.kind === 'compliant' || target === undefined) {
    return accept(before, 'as-it-was', verdict);
  }
  const after = underTarget(target);
  const trouble = troubleWith(facts, target, was);
  if (trouble === undefined) {
    return accept(after, 'under-target', judgeAs(facts, after.becomes));
  }
  return verdict.kind === 'exempt' ? accept(before, 'as-it-was', verdict) : trouble;
};

const accept = (as: Restorable, how: 'as-it-was' | 'under-target', verdict: Verdict): Choice => {
  switch (verdict.kind) {
    case 'compliant':
    case 'exempt':
      return { kind: 'choice', as, how, verdict };
    case 'violation':
      return refuse('violation', undefined, verdict);
    case 'indeterminate':
      return refuse('undecided', undefined, verdict);
    case 'gone':
      throw new Error('an object that would be there cannot be gone');
    default:
      return verdict satisfies never;
  }
};

/**
 * INVARIANT: keys are written only to pinned targets, encryption never gets weaker, and a customer key is left only
 * where the rule lists it: whoever may use the target's key need not be whom the object was for.
 */
const troubleWith = (
  facts: PolicyFacts,
  target: Target,
  was: Encryption,
): Extract<ReleasePlan, { kind: 'refused' }> | undefined => {
  if (was.kind === 'dsse-kms' && target.algorithm === 'aws:kms') {
    return refuse('stronger-than-target');
  }
  const arn = kmsKeyOf(was);
  if (arn !== undefined && arn !== target.keyArn && !mayLeave(facts, arn, ruleOf(facts))) {
    return refuse('key-not-listed', arn);
  }
  return targetTrouble(facts, target);
};

const mayLeave = (
  { keys }: PolicyFacts,
  arn: NonNullable<ReturnType<typeof kmsKeyOf>>,
  rule: CompiledRule | undefined,
): boolean => {
  const key = keys.get(arn);
  return (key?.kind === 'key' && key.manager === 'aws') || rule?.rekeyFrom.includes(arn) === true;
};

const targetTrouble = ({ keys }: PolicyFacts, { alias, keyArn }: Target) => {
  const named = alias ?? keyArn;
  const key = keys.get(named);
  if (key?.kind !== 'key') {
    return refuse(
      'target-unusable',
      `\`${named}\` cannot be read: ${key?.words ?? 'not asked for'}`,
    );
  }
  if (key.arn !== keyArn) {
    const moved = `\`${named}\` is pinned to \`${keyArn}\` but now names \`${key.arn}\``;
    return refuse('target-unusable', moved);
  }
  return isUsableByS3(key)
    ? undefined
    : refuse('target-unusable', `key \`${keyArn}\` is in state \`${key.state}\``);
};
