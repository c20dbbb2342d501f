import type { KeyArn } from '../keys/key-arn.ts';
import type { CompiledRule, Requirements, RuleMatch, Target } from './compiled-policy.ts';
import type { EffectiveRule } from './effective-rules.ts';
import { parseKeyReference } from './key-reference.ts';
import type { RequireContent } from './schema/require-schema.ts';
import type { TargetContent } from './schema/target-schema.ts';

type ArnOf = (key: string) => KeyArn;

/** The same rule in the form that is judged by: every key an ARN, every default filled in. */
export const compileRule = (rule: EffectiveRule, arnOf: ArnOf): CompiledRule => ({
  id: rule.id,
  match: compileMatch(rule.match),
  require: compileRequire(rule.require, arnOf),
  onViolation: rule.onViolation,
  ...(rule.target !== undefined && { target: compileTarget(rule.target, rule.require, arnOf) }),
  rekeyFrom: rule.rekeyFrom.map(arnOf),
  severity: rule.severity,
  mode: rule.mode,
});

const compileMatch = (match: EffectiveRule['match']): RuleMatch =>
  given({
    buckets: match.buckets,
    objects: match.objects,
    objectTags: match['object-tags'],
    bucketTags: match['bucket-tags'],
  });

const compileRequire = (require: RequireContent, arnOf: ArnOf): Requirements =>
  given({
    encryption: require.encryption,
    kmsKey: require['kms-key']?.map(arnOf),
    keyManager: require['key-manager'],
    keyAccount: require['key-account'],
    bucketKey: require['bucket-key'],
    keyRotation: require['key-rotation'],
  });

/** Bucket keys are used unless the target or the rule says otherwise: they save most calls of KMS. */
const compileTarget = (target: TargetContent, require: RequireContent, arnOf: ArnOf): Target => {
  const { 'kms-key': key, encryption: algorithm = 'aws:kms' } = target;
  const reference = parseKeyReference(key);
  const bucketKey = target['bucket-key'] ?? require['bucket-key'] ?? true;
  return {
    keyArn: arnOf(key),
    ...(reference?.kind === 'alias' && { alias: reference.alias }),
    algorithm,
    bucketKey: algorithm === 'aws:kms' && bucketKey,
  };
};

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** Without the members that nobody gave. */
const given = <T extends object>(members: T): Given<T> =>
  Object.fromEntries(
    Object.entries(members).filter(([, member]) => member !== undefined),
  ) as Given<T>;
