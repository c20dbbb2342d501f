import { asIntrinsic, isObject, type Resource, type Template } from './template.ts';

type Parameters = Readonly<Record<string, string>>;

const NO_VALUE = Symbol('AWS::NoValue');

const pairOf = (value: unknown): readonly [unknown, unknown] => [
  (value as unknown[])[0],
  (value as unknown[])[1],
];

/**
 * The template as CloudFormation sees it once the parameters are known: conditions decided, `Fn::If` replaced by its
 * branch, `AWS::NoValue` gone, resources whose condition is false left out. Other references stay as they are.
 */
export const evaluate = (template: Template, given: Parameters = {}): Template => {
  const parameter = (name: string): unknown =>
    given[name] ?? template.Parameters?.[name]?.Default ?? '';

  const holds = (name: string): boolean => {
    const condition = template.Conditions?.[name];
    if (condition === undefined) throw new Error(`no condition \`${name}\``);
    return decide(condition);
  };

  const decide = (condition: unknown): boolean => {
    if (isObject(condition) && typeof condition['Condition'] === 'string') {
      return holds(condition['Condition']);
    }
    const [name, argument] = asIntrinsic(condition) ?? [];
    switch (name) {
      case 'Fn::Not':
        return !decide(pairOf(argument)[0]);
      case 'Fn::And':
        return Array.isArray(argument) && argument.every(decide);
      case 'Fn::Equals': {
        const [left, right] = pairOf(argument).map((side) => {
          const [ref, target] = asIntrinsic(side) ?? [];
          return ref === 'Ref' ? parameter(String(target)) : side;
        });
        return String(left) === String(right);
      }
      default:
        throw new Error(`a condition that the tests do not know: ${JSON.stringify(condition)}`);
    }
  };

  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== NO_VALUE);
    const [name, argument] = asIntrinsic(value) ?? [];
    if (name === 'Ref' && argument === 'AWS::NoValue') return NO_VALUE;
    if (name === 'Fn::If') {
      const [condition, yes, no] = argument as [string, unknown, unknown];
      return resolve(holds(condition) ? yes : no);
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(value)
        .map(([key, item]) => [key, resolve(item)] as const)
        .filter(([, item]) => item !== NO_VALUE),
    );
  };

  const isThere = ({ Condition }: Resource): boolean => Condition === undefined || holds(Condition);
  const resources = Object.entries(template.Resources).filter(([, one]) => isThere(one));
  return {
    ...template,
    Resources: Object.fromEntries(
      resources.map(([id, one]) => [id, resolve(one) as Resource] as const),
    ),
    Outputs: resolve(template.Outputs ?? {}) as Readonly<Record<string, unknown>>,
  };
};
