import { type Guard, GUARDED_ACTIONS, MARKER_KEY, PRINCIPAL_KEY } from './deny-statement.ts';
import { matchesAllBelow, matchesPattern } from './matches-pattern.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether one statement of a bucket policy denies all that ours does, to everybody but exactly the trusted roles.
 * More actions and more resources are fine; a further condition, or anything not understood, is not: better to
 * isolate nothing than to mark objects that anybody can still read.
 */
export const isGuarded = (policyText: string | undefined, guard: Guard): boolean =>
  statementsOf(policyText).some((statement) => covers(statement, guard));

const MEMBERS = new Set(['Sid', 'Effect', 'Principal', 'Action', 'Resource', 'Condition']);

const covers = (statement: Fields, guard: Guard): boolean => {
  const { Effect: effect, Principal: principal, Action: action, Resource: resource } = statement;
  const actions = listOf(action);
  return (
    effect === 'Deny' &&
    // NotAction, NotResource, NotPrincipal, and whatever AWS may add
    Object.keys(statement).every((name) => MEMBERS.has(name)) &&
    isEverybody(principal) &&
    GUARDED_ACTIONS.every((needed) =>
      // names of actions are not case-sensitive
      actions.some((one) => matchesPattern(one.toLowerCase(), needed.toLowerCase())),
    ) &&
    listOf(resource).some((one) =>
      matchesAllBelow(one, `arn:${guard.partition}:s3:::${guard.bucket}/`),
    ) &&
    areOurConditions(statement['Condition'], guard)
  );
};

// `"*"` and `{"AWS": "*"}` mean the same in a bucket policy
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous
const isEverybody = (principal: unknown): boolean => {
  if (isFields(principal)) {
    return listOf(principal['AWS']).includes('*');
  }
  return principal === '*';
};

/** Negated operators that hold where the principal has no ARN. `ArnNotEquals` is `ArnNotLike`. */
const NOT_PRINCIPAL = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals'];

/** All conditions must hold for the denial, so that every one beside ours would narrow it. */
const areOurConditions = (condition: unknown, { trustedRoles }: Guard): boolean => {
  if (!isFields(condition)) {
    return false;
  }
  const tests = Object.entries(condition).flatMap(([operator, keys]) =>
    isFields(keys)
      ? Object.entries(keys).map(([key, values]) => ({ operator, key, values: listOf(values) }))
      : [{ operator, key: '', values: [] }],
  );
  const principals = tests.filter(
    ({ operator, key, values }) =>
      NOT_PRINCIPAL.includes(operator) &&
      key.toLowerCase() === PRINCIPAL_KEY.toLowerCase() &&
      isSameSet(values, trustedRoles),
  );
  const markers = tests.filter(
    ({ operator, key, values }) =>
      key === MARKER_KEY &&
      ((operator === 'Null' && isSameSet(values, ['false'])) ||
        (operator === 'StringLike' && isSameSet(values, ['*']))),
  );
  return principals.length === 1 && principals.length + markers.length === tests.length;
};

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length > 0 &&
  one.every((item) => other.includes(item)) &&
  other.every((item) => one.includes(item));

const statementsOf = (policyText: string | undefined): readonly Fields[] => {
  let policy: unknown;
  try {
    policy = JSON.parse(policyText ?? '');
  } catch {
    return [];
  }
  const { Statement: statements } = isFields(policy) ? policy : {};
  return (Array.isArray(statements) ? statements : [statements]).filter(isFields);
};

/** A value or a list of them, as text; empty where any is something else. Booleans may stand without quotes. */
const listOf = (value: unknown): readonly string[] => {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.map((item) => (typeof item === 'boolean' ? String(item) : item));
  return texts.every((text) => typeof text === 'string') ? texts : [];
};

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
