import { LocalError } from '../stand-in/local-error.ts';

/** What `Ref` and `Fn::GetAtt` of `Arn` stand for. */
export type Named = {
  readonly ref: (logicalId: string) => string | undefined;
  readonly arn: (logicalId: string) => string | undefined;
};

const found = (what: string, value: string | undefined): string => {
  if (value !== undefined) return value;
  throw new LocalError(`\`${what}\` in the stack's template names nothing that was adopted`);
};

/** `['Key', 'Arn']` or `Key.Arn`. */
const attribute = (of: unknown): readonly string[] =>
  typeof of === 'string' ? of.split('.') : (of as readonly string[]);

const resolveIntrinsic = (name: string, argument: unknown, named: Named): string => {
  const what = JSON.stringify({ [name]: argument });
  if (name === 'Ref') return found(what, named.ref(String(argument)));
  const [logicalId = '', attributeName] = name === 'Fn::GetAtt' ? attribute(argument) : [];
  if (attributeName === 'Arn') return found(what, named.arn(logicalId));
  throw new LocalError(`\`${what}\` in the stack's template is nothing that adopting understands`);
};

/** Template values as plain ones. Only the two functions that our own template needs; any other is an error. */
export const resolveValue = (value: unknown, named: Named): unknown => {
  if (Array.isArray(value)) return value.map((one) => resolveValue(one, named));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [[name, argument] = ['', undefined]] = entries;
  if (entries.length === 1 && (name === 'Ref' || name.startsWith('Fn::')))
    return resolveIntrinsic(name, argument, named);
  return Object.fromEntries(entries.map(([key, one]) => [key, resolveValue(one, named)]));
};
