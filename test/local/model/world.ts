import { applyCall } from '../../../local/model/apply.ts';
import type { CallContext, Operations, Refused, Service } from '../../../local/model/call.ts';
import type { ModelEvent } from '../../../local/model/events/model-event.ts';
import { emptyModel, type AwsModel, type ModelOptions } from '../../../local/model/state.ts';

export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const REGION = 'eu-west-1';
export const NOW = Date.parse('2026-11-24T09:00:00Z');
export const BUCKET = 'data-bucket';

type Input<S extends Service, N extends keyof Operations[S]> = Operations[S][N] extends {
  readonly input: infer I;
}
  ? I
  : never;
type Output<S extends Service, N extends keyof Operations[S]> = Operations[S][N] extends {
  readonly output: infer O;
}
  ? O
  : never;

type Sender<S extends Service> = <N extends keyof Operations[S] & string>(
  name: N,
  input: Input<S, N>,
  context?: Partial<CallContext>,
) => Output<S, N>;

type Refuser<S extends Service> = <N extends keyof Operations[S] & string>(
  name: N,
  input: Input<S, N>,
  context?: Partial<CallContext>,
) => Refused;

export type World = {
  readonly s3: Sender<'s3'>;
  readonly kms: Sender<'kms'>;
  readonly stage: Sender<'model'>;
  readonly s3Refuses: Refuser<'s3'>;
  readonly kmsRefuses: Refuser<'kms'>;
  readonly stageRefuses: Refuser<'model'>;
  readonly state: () => AwsModel;
  readonly events: () => readonly ModelEvent[]; // of the last call
  readonly status: () => number; // of the last call
  readonly pass: (ms: number) => void;
};

/** A model with a clock of its own: one second passes with every call. */
export const createWorld = (options: Partial<ModelOptions> = {}): World => {
  let state = emptyModel({ account: ACCOUNT, region: REGION, partition: 'aws', ...options });
  let events: readonly ModelEvent[] = [];
  let status = 0;
  let now = NOW;
  let count = 0;
  const call = (
    service: Service,
    name: string,
    input: object,
    context: Partial<CallContext> = {},
  ) => {
    now += 1000;
    count += 1;
    const applied = applyCall(state, {
      service,
      name,
      input,
      caller: { account: ACCOUNT },
      now,
      requestId: `REQUEST${count}`,
      ...context,
    });
    ({ state, events } = applied);
    ({ status } = applied.result);
    return applied.result;
  };
  const send =
    (service: Service) => (name: string, input: object, context?: Partial<CallContext>) => {
      const result = call(service, name, input, context);
      if (result.kind === 'ok') return result.output;
      throw new Error(`${name} was refused: ${result.status} ${result.code}: ${result.message}`);
    };
  const refusal =
    (service: Service) => (name: string, input: object, context?: Partial<CallContext>) => {
      const result = call(service, name, input, context);
      if (result.kind === 'error') return result;
      throw new Error(`${name} was not refused`);
    };
  return {
    s3: send('s3') as Sender<'s3'>,
    kms: send('kms') as Sender<'kms'>,
    stage: send('model') as Sender<'model'>,
    s3Refuses: refusal('s3') as Refuser<'s3'>,
    kmsRefuses: refusal('kms') as Refuser<'kms'>,
    stageRefuses: refusal('model') as Refuser<'model'>,
    state: () => state,
    events: () => events,
    status: () => status,
    pass: (ms) => {
      now += ms;
    },
  };
};

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A world with one bucket, with versioning where asked for. */
export const createBucketWorld = (
  versioning?: 'Enabled' | 'Suspended',
  options: Partial<ModelOptions> = {},
): World => {
  const world = createWorld(options);
  world.s3('CreateBucket', { Bucket: BUCKET });
  if (versioning !== undefined) {
    world.s3('PutBucketVersioning', {
      Bucket: BUCKET,
      VersioningConfiguration: { Status: versioning },
    });
  }
  return world;
};

export const keyArnIn = (world: World, input: Input<'kms', 'CreateKey'> = {}): string =>
  world.kms('CreateKey', input).KeyMetadata?.Arn ?? '';

export const foreignKeyIn = (world: World, sharedWith: readonly string[] = []): string =>
  world.stage('CreateKeyInAccount', { Account: OTHER_ACCOUNT, SharedWith: sharedWith }).KeyMetadata
    ?.Arn ?? '';

export const put = (
  world: World,
  key: string,
  text = 'hello',
  more: Partial<Input<'s3', 'PutObject'>> = {},
) => world.s3('PutObject', { Bucket: BUCKET, Key: key, Body: bytesOf(text), ...more });

export const head = (world: World, key: string, versionId?: string) =>
  world.s3('HeadObject', { Bucket: BUCKET, Key: key, VersionId: versionId });

export const textOf = (world: World, key: string, versionId?: string): string => {
  const { Body } = world.s3('GetObject', { Bucket: BUCKET, Key: key, VersionId: versionId });
  return new TextDecoder().decode(Body);
};
