import type { Applied, CallContext, OutputOf, Refused } from '../call.ts';
import type { S3Operations } from '../s3-operations.ts';
import type { AwsModel } from '../state.ts';
import type { Bucket } from './bucket.ts';

/** What a handler works on, once the request has passed the door. */
export type S3Scope = {
  readonly model: AwsModel;
  readonly bucket: Bucket;
  readonly key: string; // empty for calls that name no object
  readonly context: CallContext;
};

export type InputOf<N extends keyof S3Operations> = S3Operations[N]['input'];

export type S3Handler<N extends keyof S3Operations> = (
  scope: S3Scope,
  input: InputOf<N>,
) => Applied<OutputOf<'s3', N>> | Refused;

export const saveBucket = (model: AwsModel, bucket: Bucket): AwsModel => ({
  ...model,
  buckets: model.buckets.set(bucket.name, bucket),
});
