import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { applyCall } from '../../../../local/model/apply.ts';
import type { Result, Service } from '../../../../local/model/call.ts';
import { saveBucket } from '../../../../local/model/s3/scope.ts';
import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import { currentVersion, replaceVersion } from '../../../../local/model/s3/version-stack.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import { SCENARIO } from '../../scenario/make-scenario.ts';
import type { CallStep, FunctionName, Invocation } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';

export const { keys: KEYS, quarantineBucket: QUARANTINE, account: ACCOUNT } = SCENARIO;
export const KEY = 'a b/?versionId=x';

export type Input = Readonly<Record<string, unknown>>;
type Options = {
  readonly service?: Service;
  readonly answered?: boolean;
  readonly tamper?: (state: AwsModel) => AwsModel; // what no model does
};

export const invocation = (name: FunctionName, id = 1): Invocation => ({
  id,
  function: name,
  skew: 0,
  policyHash: 'hash',
  mode: 'enforce',
  messages: [],
});

export const JUDGE = invocation('judge-object');
export const UPDATER = invocation('reencrypt-object', 2);
export const COPIER = invocation('copy-object', 3);
export const MOVER = invocation('quarantine-object', 4);

export const underKms = (key: string): Input => ({
  ServerSideEncryption: 'aws:kms',
  SSEKMSKeyId: key,
  BucketKeyEnabled: true,
});

/** One invariant, watching calls that a test makes by hand on the model of a real scenario. */
export const createStage = ({ watch }: Invariant) => {
  const watching = watch(SCENARIO);
  const findings: Finding[] = [];
  let model = SCENARIO.start;
  let now = SCENARIO.startedAt;

  const call = (
    by: Invocation | 'user',
    name: string,
    input: Input,
    { service = 's3', answered = true, tamper = (state) => state }: Options = {},
  ): Result<object> => {
    now += 1_000;
    const caller = { account: ACCOUNT };
    const asked = { service, name, input, caller, now, requestId: 'stage' };
    const before = model;
    const { state, result } = applyCall(before, asked);
    model = tamper(state);
    const step: CallStep = {
      kind: 'call',
      at: now,
      by,
      service,
      name,
      input,
      result,
      before,
      after: model,
      answered,
    };
    findings.push(...(watching.see?.(step) ?? []));
    return result;
  };

  const wordsOf = (kind: Finding['kind']): readonly string[] =>
    findings.filter((one) => one.kind === kind).map(({ words }) => words);

  return {
    call,
    model: () => model,
    current: (Bucket: string, key = KEY): StoredObject => {
      const bucket = model.buckets.get(Bucket);
      const version = bucket && currentVersion(bucket, key);
      if (version?.kind !== 'object') throw new Error(`nothing at ${Bucket}`);
      return version;
    },
    rest: (records: readonly LedgerRecord[] = []): void => {
      findings.push(...(watching.atRest?.({ now: now + 1_000, model, records }) ?? []));
    },
    violations: () => wordsOf('violation'),
    windows: () => wordsOf('window'),
  };
};

export type Stage = ReturnType<typeof createStage>;

/** Alters what is current, as nothing but a broken model or a broken product would. */
export const altering =
  (Bucket: string, change: Partial<StoredObject>, key = KEY) =>
  (state: AwsModel): AwsModel => {
    const bucket = state.buckets.get(Bucket);
    const object = bucket && currentVersion(bucket, key);
    return bucket === undefined || object?.kind !== 'object'
      ? state
      : saveBucket(state, replaceVersion(bucket, key, { ...object, ...change }));
  };
