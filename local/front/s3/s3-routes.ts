import * as S3 from '@aws-sdk/client-s3';
import { NormalizedSchema } from '@smithy/core/schema';

type Traits = Readonly<Record<string, unknown>>;
type OperationSchema = readonly [9, string, string, Traits, () => unknown, () => unknown];

/** How one operation looks on the wire, read from AWS's own model as the SDK carries it. */
export type S3Route = {
  readonly name: string;
  readonly method: string;
  readonly level: 'service' | 'bucket' | 'object';
  readonly fixed: ReadonlyMap<string, string>; // query that names the operation, such as `?encryption`
  readonly requiredQuery: readonly string[];
  readonly requiredHeaders: readonly string[];
  readonly allowedQuery: ReadonlySet<string>;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
};

const isOperation = (value: unknown): value is OperationSchema =>
  Array.isArray(value) && value[0] === 9;

const schemaOf = (get: () => unknown): NormalizedSchema =>
  NormalizedSchema.of(get() as Parameters<typeof NormalizedSchema.of>[0]);

/** Members are listed with the required ones first; how many those are stands at the end. */
const requiredMembers = (schema: NormalizedSchema): ReadonlySet<string> => {
  const struct = schema.getSchema() as readonly unknown[];
  return new Set((struct[4] as readonly string[]).slice(0, Number(struct[6] ?? 0)));
};

const toRoute = ([, , name, traits, getInput, getOutput]: OperationSchema): S3Route => {
  const [method = '', uri = ''] = traits['http'] as readonly string[];
  const [path = '', query = ''] = uri.split('?');
  const fixed = new Map(new URLSearchParams(query));
  fixed.delete('x-id'); // a hint that only some SDKs send
  const input = schemaOf(getInput);
  const required = requiredMembers(input);
  const members = [...input.structIterator()];
  const bound = (trait: 'httpQuery' | 'httpHeader', onlyRequired: boolean): string[] =>
    members.flatMap(([member, schema]) =>
      onlyRequired && !required.has(member) ? [] : (schema.getMergedTraits()[trait] ?? []),
    );
  const takesBucket = members.some(([member]) => member === 'Bucket');
  return {
    name,
    method,
    level: path.includes('{Key+}') ? 'object' : takesBucket ? 'bucket' : 'service',
    fixed,
    requiredQuery: bound('httpQuery', true),
    requiredHeaders: bound('httpHeader', true).map((header) => header.toLowerCase()),
    allowedQuery: new Set([...fixed.keys(), ...bound('httpQuery', false), 'x-id']),
    input,
    output: schemaOf(getOutput),
  };
};

// `/WriteGetObjectResponse` is S3 Object Lambda's: it has a path of its own and no place in a bucket
export const s3Routes: readonly S3Route[] = Object.values<unknown>(S3)
  .filter(isOperation)
  .filter(([, , name]) => name !== 'WriteGetObjectResponse')
  .map(toRoute);
