/** A CloudFormation template, as far as the tests look into it. */
export type Template = {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Conditions?: Readonly<Record<string, unknown>>;
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
};

export type Resource = {
  readonly Type: string;
  readonly Condition?: string;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Properties?: Properties;
};

export type Properties = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `['Fn::If', […]]` where the value is one intrinsic function and nothing else. */
export const asIntrinsic = (value: unknown): readonly [string, unknown] | undefined => {
  if (!isObject(value)) return undefined;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0) return undefined;
  return entry[0] === 'Ref' || entry[0].startsWith('Fn::') ? entry : undefined;
};

export const resourcesOf = (
  template: Template,
  type: string,
): readonly (readonly [string, Properties])[] =>
  Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, { Properties = {} }]) => [id, Properties] as const);

/** A property of a resource that must be there. */
export const propertiesOf = (template: Template, id: string): Properties => {
  const resource = template.Resources[id];
  if (resource === undefined) throw new Error(`the template has no resource \`${id}\``);
  return resource.Properties ?? {};
};
