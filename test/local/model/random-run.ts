import { applyCall } from '../../../local/model/apply.ts';
import type { Applied } from '../../../local/model/call.ts';
import { emptyModel, type AwsModel } from '../../../local/model/state.ts';
import { contextAt, type Step } from './random-calls.ts';
import { ACCOUNT, BUCKET, REGION } from './world.ts';

export type Start = { readonly state: AwsModel; readonly keys: Readonly<Record<string, string>> };

export const apply = (state: AwsModel, step: Step, n: number): Applied =>
  applyCall(state, { ...contextAt(n), ...step });

/** A bucket and two keys under two aliases; KMS steps name the keys `one` and `two`. */
export const start = (versioning?: 'Enabled'): Start => {
  let state = emptyModel({ account: ACCOUNT, region: REGION, partition: 'aws' });
  const send = (service: Step['service'], name: string, input: object): void => {
    const applied = apply(state, { service, name, input }, 0);
    if (applied.result.kind === 'error') throw new Error(applied.result.message);
    ({ state } = applied);
  };
  send('s3', 'CreateBucket', { Bucket: BUCKET });
  if (versioning !== undefined) {
    send('s3', 'PutBucketVersioning', {
      Bucket: BUCKET,
      VersioningConfiguration: { Status: versioning },
    });
  }
  send('kms', 'CreateKey', {});
  send('kms', 'CreateKey', {});
  const [one = '', two = ''] = [...state.keys.keys()];
  send('kms', 'CreateAlias', { AliasName: 'alias/one', TargetKeyId: one });
  send('kms', 'CreateAlias', { AliasName: 'alias/two', TargetKeyId: two });
  return { state, keys: { one, two } };
};

/** A step with the KMS key that it names as `one` or `two`. */
export const named = (step: Step, keys: Start['keys']): Step =>
  'KeyId' in step.input ? { ...step, input: { KeyId: keys[String(step.input.KeyId)] } } : step;

export const run = ({ state, keys }: Start, steps: readonly Step[]): readonly Applied[] => {
  const applied: Applied[] = [];
  for (const [n, step] of steps.entries()) {
    applied.push(apply(applied.at(-1)?.state ?? state, named(step, keys), n + 1));
  }
  return applied;
};

export const stateAfter = (from: Start, steps: readonly Step[]): AwsModel =>
  run(from, steps).at(-1)?.state ?? from.state;
