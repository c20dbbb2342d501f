import type { CompiledPolicy } from '../../core/policy/compiled-policy.ts';

// IAM takes no empty `Resource`, and this names no key: ids of real ones are hexadecimal.
const NO_KEY = { 'Fn::Sub': 'arn:${AWS::Partition}:kms:${AWS::Region}:${AWS::AccountId}:key/none' };

const orNoKey = (arns: readonly string[]): readonly unknown[] =>
  arns.length === 0 ? [NO_KEY] : [...new Set(arns)].toSorted();

/** What `${sealward:…}` stands for in infra/: the keys that the writers' roles may use, and no others. */
export const keyArns = {
  /** The keys that the policy encrypts to. */
  targetKeyArns: ({ rules }: CompiledPolicy) =>
    orNoKey(rules.flatMap(({ target }) => (target === undefined ? [] : [target.keyArn]))),
  /** The keys that the policy lists under `rekey-from`. */
  sourceKeyArns: ({ rules }: CompiledPolicy) =>
    orNoKey(rules.flatMap(({ rekeyFrom }) => rekeyFrom)),
} as const;
