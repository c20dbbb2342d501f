// What S3 asks of every request before it looks at what the request wants.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html status: documented
import type { CallContext, Refused } from '../call.ts';
import { refuse } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { isDenied } from './denials.ts';
import { accessDenied, invalidRequest, noSuchBucket } from './refusals.ts';
import type { S3Scope } from './scope.ts';

type Addressed = {
  readonly Bucket?: string | undefined;
  readonly Key?: string | undefined;
  readonly ExpectedBucketOwner?: string | undefined;
};

const MAX_KEY_BYTES = 1024;

const checkKey = (key: string | undefined): Refused | undefined => {
  if (key === undefined) return undefined;
  if (key === '') return invalidRequest('Missing required object key');
  return Buffer.byteLength(key) > MAX_KEY_BYTES
    ? refuse(400, 'KeyTooLongError', 'Your key is too long')
    : undefined;
};

export const openRequest = (
  model: AwsModel,
  operation: string,
  input: object,
  context: CallContext,
): S3Scope | Refused => {
  const { Bucket: name = '', Key: key, ExpectedBucketOwner: owner } = input as Addressed;
  const bucket = model.buckets.get(name);
  if (bucket === undefined) return noSuchBucket();
  if (owner !== undefined && owner !== bucket.owner) return accessDenied();
  if (isDenied(model, operation, name, key ?? '')) return accessDenied();
  return checkKey(key) ?? { model, bucket, key: key ?? '', context };
};
