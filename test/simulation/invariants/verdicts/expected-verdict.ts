import { familyOf, type Family, type Scenario } from '../../scenario/scenario.ts';
import { keyOf, type Told } from './encryption-told.ts';

/** What a verdict must rest on beside the HEAD, as somebody was answered. `unread`: it was asked for and refused. */
export type Beside = {
  readonly tags?: Readonly<Record<string, string>> | 'unread';
  readonly manager?: 'customer' | 'aws' | 'unread';
  readonly rotation?: boolean | 'unread';
};

export type Expected =
  | { readonly kind: 'compliant'; readonly rule: string }
  | { readonly kind: 'violation'; readonly rule: string; readonly requirement: string }
  | { readonly kind: 'exempt'; readonly rule: string; readonly requirement: string }
  | { readonly kind: 'indeterminate'; readonly cause: string }
  | { readonly kind: 'unasked'; readonly what: 'tags' | 'key' }; // nobody can tell without asking

type Rule = {
  readonly id: string;
  readonly kinds: readonly Told['kind'][];
  readonly key?: string;
  readonly bucketKey?: true;
  readonly rotating?: true; // a customer's key, rotated
};

const KMS = ['sse-kms', 'dsse-kms'] as const;

/** The families of scenario.ts, once more in words of our own. */
const ruleOf = (family: Family | undefined, main: string, isTagged: boolean): Rule => {
  switch (family) {
    case 'update':
    case 'exempt':
      return { id: family, kinds: KMS, key: main, bucketKey: true };
    case 'copy':
    case 'move':
    case 'isolate':
      return { id: family, kinds: KMS, key: main };
    case 'dual':
      return { id: 'dual', kinds: ['dsse-kms'], key: main };
    case 'report':
      return { id: 'report', kinds: KMS, key: main, rotating: true };
    case 'tagged':
      if (isTagged) return { id: 'tagged', kinds: KMS, key: main, bucketKey: true };
      return DEFAULTS;
    case undefined:
    default:
      return DEFAULTS;
  }
};

const DEFAULTS: Rule = { id: 'defaults', kinds: ['sse-s3', ...KMS] };

/** The first requirement that is not met, in the order in which a policy asks. */
const failing = (rule: Rule, told: Told): string | undefined => {
  if (!rule.kinds.includes(told.kind)) return 'encryption';
  if (rule.key !== undefined && keyOf(told) !== rule.key) return 'kms-key';
  return rule.bucketKey === true && told.kind === 'sse-kms' && !told.bucketKey
    ? 'bucket-key'
    : undefined;
};

const failingOfKey = (rule: string, { manager, rotation }: Beside): Expected => {
  if (manager === undefined || rotation === undefined) return { kind: 'unasked', what: 'key' };
  if (manager === 'aws') return { kind: 'violation', rule, requirement: 'key-manager' };
  if (rotation === false) return { kind: 'violation', rule, requirement: 'key-rotation' };
  if (manager === 'unread') return { kind: 'indeterminate', cause: 'key-unreadable' };
  return rotation === 'unread'
    ? { kind: 'indeterminate', cause: 'rotation-unreadable' }
    : { kind: 'compliant', rule };
};

/**
 * A second opinion on one object, simple and strict. All policies of a scenario ask the same of objects; they differ
 * in what follows. `isLapsed`: whether the exemption was over when it was judged.
 */
export const expectedVerdict = (
  { keys }: Pick<Scenario, 'keys'>,
  bucket: string,
  told: Told,
  beside: Beside,
  isLapsed: boolean,
): Expected => {
  const family = familyOf(bucket);
  const { tags } = beside;
  if (family === 'tagged' && tags === undefined) return { kind: 'unasked', what: 'tags' };
  if (family === 'tagged' && tags === 'unread') {
    return { kind: 'indeterminate', cause: 'tags-unreadable' };
  }
  const isTagged = typeof tags === 'object' && tags['team'] === 'pay';
  const rule = ruleOf(family, keys.main, isTagged);
  if (told.kind === 'managed-elsewhere') {
    return { kind: 'indeterminate', cause: 'managed-elsewhere' };
  }
  const requirement = failing(rule, told);
  if (requirement !== undefined) {
    const kind = family === 'exempt' && !isLapsed ? 'exempt' : 'violation';
    return { kind, rule: rule.id, requirement };
  }
  return rule.rotating === true
    ? failingOfKey(rule.id, beside)
    : { kind: 'compliant', rule: rule.id };
};
