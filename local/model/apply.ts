import type {
  Applied,
  Call,
  CallContext,
  CallOf,
  Operations,
  OutputOf,
  Refused,
  Service,
} from './call.ts';
import { kmsHandlers } from './kms/handlers.ts';
import { isRefused, refuse } from './result.ts';
import { listBuckets } from './s3/bucket-basics.ts';
import { createBucket } from './s3/create-bucket.ts';
import { s3Handlers } from './s3/handlers.ts';
import { openRequest } from './s3/open-request.ts';
import type { S3Scope } from './s3/scope.ts';
import { modelHandlers } from './staging/handlers.ts';
import type { AwsModel } from './state.ts';

type Answer = Applied | Refused;
type AnyHandler = (model: AwsModel, input: object, context: CallContext) => Answer;
type AnyS3Handler = (scope: S3Scope, input: object) => Answer;

// Every handler's input is its operation's; which one a call has, its name says at run time.
const withoutBucket: Readonly<Record<string, AnyHandler>> = {
  CreateBucket: createBucket as AnyHandler,
  ListBuckets: listBuckets,
};

type Table<Handler> = Readonly<Record<string, Handler>>;

const lookUp = <Handler>(table: Table<Handler>, name: string): Handler | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const tables = {
  s3: s3Handlers as unknown as Table<AnyS3Handler>,
  kms: kmsHandlers as Table<unknown> as Table<AnyHandler>,
  model: modelHandlers as Table<unknown> as Table<AnyHandler>,
};

const notModelled = ({ service, name }: Call): Refused =>
  refuse(501, 'NotImplemented', `\`${service}:${name}\` is not modelled`);

const applyS3 = (model: AwsModel, call: Call): Answer => {
  const bare = lookUp(withoutBucket, call.name);
  if (bare !== undefined) return bare(model, call.input, call);
  const handler = lookUp(tables.s3, call.name);
  if (handler === undefined) return notModelled(call);
  const scope = openRequest(model, call.name, call.input, call);
  return isRefused(scope) ? scope : handler(scope, call.input);
};

const answer = (model: AwsModel, call: Call): Answer => {
  if (call.service === 's3') return applyS3(model, call);
  const handler = lookUp(tables[call.service], call.name);
  return handler === undefined ? notModelled(call) : handler(model, call.input, call);
};

/**
 * One call against one state. Pure: the state passed in is never changed, and a refusal changes
 * nothing at all. Names that the model does not know answer 501 `NotImplemented`.
 */
export const applyCall = (model: AwsModel, call: Call): Applied => {
  const given = answer(model, call);
  return isRefused(given) ? { state: model, result: given, events: [] } : given;
};

/** The same for calls whose names are known when the program is compiled. */
export const applyTypedCall = <S extends Service, N extends keyof Operations[S]>(
  model: AwsModel,
  call: CallOf<S, N>,
): Applied<OutputOf<S, N>> => applyCall(model, call as unknown as Call) as Applied<OutputOf<S, N>>;
