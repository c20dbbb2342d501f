// https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteBucket.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Applied, CallContext, OutputOf } from '../call.ts';
import { canonicalIdOf } from '../ids.ts';
import { ok, refuse } from '../result.ts';
import type { AwsModel } from '../state.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { compareKeys } from './sorted-keys.ts';
import type { InputOf, S3Handler } from './scope.ts';

const byName = (a: S3.Bucket, b: S3.Bucket): number => compareKeys(a.Name ?? '', b.Name ?? '');

/** Only the caller's own buckets; the continuation token is the last name that was told. */
export const listBuckets = (
  model: AwsModel,
  input: InputOf<'ListBuckets'>,
  { caller }: CallContext,
): Applied<OutputOf<'s3', 'ListBuckets'>> => {
  const after = Buffer.from(input.ContinuationToken ?? '', 'base64url').toString();
  const all = model.buckets
    .valueSeq()
    .filter((bucket) => bucket.owner === caller.account && bucket.name > after)
    .filter((bucket) => bucket.name.startsWith(input.Prefix ?? ''))
    .map(({ name, createdAt }) => ({
      Name: name,
      CreationDate: new Date(createdAt),
      BucketRegion: model.region,
    }))
    .toArray()
    .toSorted(byName);
  const page = all.slice(0, input.MaxBuckets ?? 10_000);
  const last = page.length < all.length ? page.at(-1)?.Name : undefined;
  return ok(
    model,
    withoutUndefined({
      Buckets: page,
      Owner: { ID: canonicalIdOf(caller.account) },
      Prefix: input.Prefix,
      ContinuationToken: last === undefined ? undefined : Buffer.from(last).toString('base64url'),
    }),
  );
};

export const headBucket: S3Handler<'HeadBucket'> = ({ model, bucket }) =>
  ok(model, {
    BucketRegion: model.region,
    BucketArn: `arn:${model.partition}:s3:::${bucket.name}`,
    AccessPointAlias: false,
  });

export const deleteBucket: S3Handler<'DeleteBucket'> = ({ model, bucket }) =>
  bucket.versions.isEmpty()
    ? ok({ ...model, buckets: model.buckets.delete(bucket.name) }, {}, { status: 204 })
    : refuse(409, 'BucketNotEmpty', 'The bucket you tried to delete is not empty');

/** us-east-1 has no name here, for historical reasons. */
export const getBucketLocation: S3Handler<'GetBucketLocation'> = ({ model }) =>
  ok(
    model,
    model.region === 'us-east-1'
      ? {}
      : { LocationConstraint: model.region as S3.BucketLocationConstraint },
  );
