// New buckets: SSE-S3, SSE-C blocked, ACLs off, no versioning.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-s3-c-encryption-setting-faq.html status: documented
// That a call without a location means the model's Region status: assumed
import { Map } from 'immutable';
import type { Applied, CallContext, OutputOf, Refused } from '../call.ts';
import { ok, refuse } from '../result.ts';
import type { AwsModel } from '../state.ts';
import type { Bucket, DefaultEncryption } from './bucket.ts';
import { wholeSeconds } from './commit-object.ts';
import type { InputOf } from './scope.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const NAME = /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

export const NEW_BUCKET_ENCRYPTION: DefaultEncryption = {
  algorithm: 'AES256',
  keyId: undefined,
  bucketKey: false,
  blocksSseC: true,
  configured: false,
};

const refuseTaken = (model: AwsModel, taken: Bucket, caller: string): Applied | Refused => {
  if (taken.owner !== caller) {
    return refuse(409, 'BucketAlreadyExists', 'The requested bucket name is not available.');
  }
  // us-east-1 alone answers its owner 200 again.
  return model.region === 'us-east-1'
    ? ok(model, { Location: `/${taken.name}` })
    : refuse(
        409,
        'BucketAlreadyOwnedByYou',
        'Your previous request to create the named bucket succeeded and you already own it.',
      );
};

export const createBucket = (
  model: AwsModel,
  input: InputOf<'CreateBucket'>,
  { caller, now }: CallContext,
): Applied<OutputOf<'s3', 'CreateBucket'>> | Refused => {
  const name = input.Bucket ?? '';
  if (!NAME.test(name)) {
    return refuse(400, 'InvalidBucketName', 'The specified bucket is not valid.');
  }
  const location = input.CreateBucketConfiguration?.LocationConstraint;
  if (location !== undefined && location !== model.region) {
    return refuse(
      400,
      'IllegalLocationConstraintException',
      `The ${location} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    );
  }
  const taken = model.buckets.get(name);
  if (taken !== undefined) return refuseTaken(model, taken, caller.account);
  const objectLock = input.ObjectLockEnabledForBucket === true;
  const bucket: Bucket = {
    name,
    owner: caller.account,
    createdAt: wholeSeconds(now),
    versioning: objectLock ? 'Enabled' : undefined, // Object Lock cannot be without it
    mfaDelete: undefined,
    encryption: NEW_BUCKET_ENCRYPTION,
    ownership: input.ObjectOwnership ?? 'BucketOwnerEnforced',
    objectLock,
    defaultRetention: undefined,
    notification: {},
    replication: undefined,
    policy: undefined,
    tags: undefined,
    versions: Map(),
    uploads: Map(),
  };
  return ok(
    { ...model, buckets: model.buckets.set(name, bucket) },
    {
      Location: model.region === 'us-east-1' ? `/${name}` : `http://${name}.s3.amazonaws.com/`,
    },
  );
};
