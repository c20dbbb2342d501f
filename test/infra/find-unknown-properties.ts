import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { PropertyType, SpecDatabase } from '@aws-cdk/service-spec-types';
import { asIntrinsic, isObject, type Template } from './template.ts';

type PropertyTypes = Readonly<
  Record<string, { readonly type: PropertyType; readonly required?: boolean }>
>;

/** Every property that CloudFormation's resource schemas do not know, and every required one that is missing. */
export const findUnknownProperties = async (template: Template): Promise<readonly string[]> => {
  const spec = await loadAwsServiceSpec();
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties = {} }]) => {
    const [resource] = [...spec.lookup('resource', 'cloudFormationType', 'equals', Type)];
    return resource === undefined
      ? [`${id}: no resource type \`${Type}\``]
      : checkObject(spec, Properties, resource.properties, id);
  });
};

const checkObject = (
  spec: SpecDatabase,
  value: Readonly<Record<string, unknown>>,
  known: PropertyTypes,
  path: string,
): readonly string[] => [
  ...Object.keys(known)
    .filter((name) => known[name]?.required === true && value[name] === undefined)
    .map((name) => `${path}: required property \`${name}\` is missing`),
  ...Object.entries(value).flatMap(([name, item]) => {
    const property = known[name];
    return property === undefined
      ? [`${path}: unknown property \`${name}\``]
      : checkValue(spec, item, property.type, `${path}.${name}`);
  }),
];

const checkValue = (
  spec: SpecDatabase,
  value: unknown,
  type: PropertyType,
  path: string,
): readonly string[] => {
  if (asIntrinsic(value) !== undefined) return []; // decided by CloudFormation
  switch (type.type) {
    case 'array':
      return Array.isArray(value)
        ? value.flatMap((item, index) => checkValue(spec, item, type.element, `${path}[${index}]`))
        : [`${path}: expected a list`];
    case 'ref':
      return isObject(value)
        ? checkObject(spec, value, spec.get('typeDefinition', type.reference.$ref).properties, path)
        : [`${path}: expected an object`];
    case 'union': {
      const attempts = type.types.map((one) => checkValue(spec, value, one, path));
      return attempts.find((problems) => problems.length === 0) ?? attempts[0] ?? [];
    }
    case 'string':
      return typeof value === 'object' ? [`${path}: expected a string`] : [];
    case 'boolean':
      return typeof value === 'boolean' ? [] : [`${path}: expected a boolean`];
    case 'integer':
    case 'number':
      return typeof value === 'number' ? [] : [`${path}: expected a number`];
    default:
      return []; // maps, tags and JSON hold what they like
  }
};
