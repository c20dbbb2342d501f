import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import { asIntrinsic, isObject, type Template } from './template.ts';

const PSEUDO = new Set([
  'AccountId',
  'NoValue',
  'Partition',
  'Region',
  'StackId',
  'StackName',
  'URLSuffix',
]);

type Reference = { readonly to: string; readonly attribute?: string; readonly path: string };

/** Every Ref, Fn::GetAtt, Fn::Sub and DependsOn that leads nowhere. */
export const findDanglingReferences = async (template: Template): Promise<readonly string[]> => {
  const spec = await loadAwsServiceSpec();
  const attributesOf = (type: string): readonly string[] => {
    const [resource] = [...spec.lookup('resource', 'cloudFormationType', 'equals', type)];
    return [...Object.keys(resource?.attributes ?? {}), ...Object.keys(resource?.properties ?? {})];
  };
  const isWrong = ({ to, attribute }: Reference): boolean => {
    const type = template.Resources[to]?.Type;
    if (attribute !== undefined)
      return type === undefined || !attributesOf(type).includes(attribute);
    return type === undefined && template.Parameters?.[to] === undefined && !isPseudo(to);
  };
  const references: readonly Reference[] = [
    ...Object.entries(template.Resources).flatMap(([id, { DependsOn = [], Properties }]) => [
      ...[DependsOn].flat().map((to) => ({ to, path: `${id}.DependsOn` })),
      ...referencesIn(Properties, id),
    ]),
    ...referencesIn(template.Outputs, 'Outputs'),
  ];
  return references
    .filter(isWrong)
    .map(({ to, attribute, path }) => `${path}: ${[to, attribute].filter(Boolean).join('.')}`);
};

const isPseudo = (name: string): boolean => name.startsWith('AWS::') && PSEUDO.has(name.slice(5));

const referencesIn = (value: unknown, path: string): readonly Reference[] => {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => referencesIn(item, `${path}[${index}]`));
  }
  const [name, argument] = asIntrinsic(value) ?? [];
  if (name === 'Ref') return [{ to: String(argument), path }];
  if (name === 'Fn::GetAtt') {
    const [to = '', attribute = ''] = argument as string[];
    return [{ to, attribute, path }];
  }
  if (name === 'Fn::Sub') return referencesInSub(argument, path);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => referencesIn(item, `${path}.${key}`));
};

const referencesInSub = (argument: unknown, path: string): readonly Reference[] => {
  const [text, own] = Array.isArray(argument) ? argument : [argument, {}];
  const names = [...String(text).matchAll(/\$\{(?!!)([^}]+)\}/g)].map(([, name = '']) => name);
  return [
    ...referencesIn(own, path),
    ...names
      .filter((name) => !Object.hasOwn(own as object, name))
      .map((name) => {
        const [to = '', ...attribute] = name.split('.');
        return attribute.length > 0 ? { to, attribute: attribute.join('.'), path } : { to, path };
      }),
  ];
};
