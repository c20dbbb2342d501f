import type { Statement } from './policies.ts';
import { resolveValue } from './resolve-value.ts';
import { isObject, type Template } from './template.ts';

/** One request, with the condition keys that AWS would set for it. */
export type Request = {
  readonly principal: string; // ARN of a role
  readonly action: string;
  readonly resource: string; // ARN
  readonly context?: Readonly<Record<string, string>>;
};

const matches = (pattern: string, text: string): boolean => {
  const source = pattern
    .replaceAll(/[^\w*?]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
};

/**
 * What statements say of a request: as little of IAM as these templates need, and an error for whatever else.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export const decideRequest = (
  template: Template,
  statements: readonly Statement[],
  request: Request,
): 'allow' | 'deny' | 'nothing' => {
  const applying = statements.filter((statement) => applies(template, statement, request));
  if (applying.some(({ effect }) => effect === 'Deny')) return 'deny';
  return applying.some(({ effect }) => effect === 'Allow') ? 'allow' : 'nothing';
};

const applies = (template: Template, statement: Statement, request: Request): boolean => {
  const value = (item: unknown): string => resolveValue(template, item);
  const context: Readonly<Record<string, string>> = {
    'aws:PrincipalArn': request.principal,
    'aws:ResourceAccount': '111122223333',
    'aws:SecureTransport': 'true',
    ...request.context,
  };
  return (
    statement.actions.some((action) => matches(action, request.action)) &&
    statement.resources.some((resource) => matches(value(resource), request.resource)) &&
    isFor(statement.principal, request.principal, value) &&
    Object.entries(statement.condition).every(([operator, keys]) =>
      Object.entries(keys).every(([key, wanted]) =>
        holds(operator, context[key], [wanted].flat().map(value)),
      ),
    )
  );
};

// Identity policies name no principal; an account's root in a resource policy stands for all that its IAM allows.
const isFor = (named: unknown, principal: string, value: (item: unknown) => string): boolean => {
  if (named === undefined || named === '*') return true;
  const arns = isObject(named) ? [named['AWS'] ?? []].flat().map(value) : [];
  return arns.some((arn) => arn === principal || arn.endsWith(':root'));
};

const holds = (
  operator: string,
  actual: string | undefined,
  wanted: readonly string[],
): boolean => {
  const isAny = (like: boolean): boolean =>
    actual !== undefined && wanted.some((one) => (like ? matches(one, actual) : one === actual));
  switch (operator) {
    case 'StringEquals':
    case 'Bool':
      return isAny(false);
    case 'StringNotEquals':
      return !isAny(false);
    case 'ArnEquals':
    case 'ArnLike':
      return isAny(true);
    case 'ArnNotEquals':
      return !isAny(true);
    case 'ForAllValues:StringLike':
      return actual === undefined || isAny(true);
    case 'Null':
      return wanted.includes(String(actual === undefined));
    default:
      throw new Error(`a condition operator that the tests do not know: \`${operator}\``);
  }
};
