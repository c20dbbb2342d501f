import { findRule } from '../judge/find-rule.ts';
import { judge } from '../judge/judge.ts';
import type { Known } from '../judge/known.ts';
import type { Verdict } from '../judge/verdict.ts';
import type { KeyReading, RotationReading } from '../keys/key-facts.ts';
import { type Encryption, kmsKeyOf } from '../objects/encryption.ts';
import type { ObjectFacts, TagReading } from '../objects/object-facts.ts';
import type { Ref } from '../objects/ref.ts';
import type { CompiledRule } from '../policy/compiled-policy.ts';
import type { Policy } from '../policy/load-policy.ts';

/** What the policy is asked about, and by which facts. */
export type PolicyFacts = {
  readonly policy: Policy;
  readonly account: string; // owner of the bucket
  readonly now: Date;
  readonly ref: Ref; // where the object was
  readonly objectTags: TagReading; // that it will have
  readonly bucketTags: TagReading;
  readonly keys: ReadonlyMap<string, KeyReading>; // by ARN or alias
  readonly rotations: ReadonlyMap<string, RotationReading>; // by ARN
};

/** The verdict on the object if it were encrypted like this. */
export const judgeAs = (facts: PolicyFacts, encryption: Encryption): Verdict =>
  judge(facts.policy, toObject(facts, encryption), knownOf(facts, encryption), facts.now);

/** The rule that governs the object, however it is encrypted; `undefined` where tags that decide cannot be read. */
export const ruleOf = (facts: PolicyFacts): CompiledRule | undefined => {
  const anyhow: Encryption = { kind: 'sse-s3' };
  const found = findRule(facts.policy, toObject(facts, anyhow), knownOf(facts, anyhow));
  return found.kind === 'rule' ? found.rule : undefined;
};

const toObject = ({ ref: { bucket, key } }: PolicyFacts, encryption: Encryption): ObjectFacts => ({
  kind: 'object',
  ref: { bucket, key },
  encryption,
  archived: false,
});

const knownOf = (
  { account, objectTags, bucketTags, keys, rotations }: PolicyFacts,
  encryption: Encryption,
): Known => {
  const arn = kmsKeyOf(encryption);
  const key = arn && keys.get(arn);
  const rotation = arn && rotations.get(arn);
  return {
    account,
    objectTags,
    bucketTags,
    ...(key !== undefined && { key }),
    ...(rotation !== undefined && { rotation }),
  };
};
