import { policyJsonSchema } from '../../core/policy/policy-json-schema.ts';

type JsonSchema = {
  readonly type?: string;
  readonly const?: string | number | boolean;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly description?: string;
};

/** A table of the fields in one place of a policy file: lists are stepped into. */
export const fieldTable = (path: readonly string[]): string => {
  const found = path.reduce<JsonSchema>((schema, field) => {
    const inner = schema.properties?.[field];
    if (inner === undefined) {
      throw new Error(`the policy has no field \`${path.join('.')}\``);
    }
    return inner.items ?? inner;
  }, policyJsonSchema());
  const rows = Object.entries(found.properties ?? {}).map(([name, schema]) => {
    const needed = found.required?.includes(name) === true ? 'yes' : '';
    return `| \`${name}\` | ${needed} | ${valueOf(schema)} | ${schema.description ?? ''} |`;
  });
  return ['| field | needed | value | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
};

const valueOf = (schema: JsonSchema): string => {
  if (schema.const !== undefined) {
    return `\`${schema.const}\``;
  }
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => `\`${value}\``).join(', ');
  }
  if (schema.anyOf !== undefined) {
    return schema.anyOf.map(valueOf).join(' or ');
  }
  switch (schema.type) {
    case 'array':
      return schema.items?.properties === undefined
        ? `list of ${schema.items === undefined ? 'anything' : valueOf(schema.items)}`
        : 'list, see below';
    case 'object':
      return schema.properties === undefined ? 'names and values' : 'see below';
    case 'boolean':
      return '`true`, `false`';
    default:
      return 'text';
  }
};
