// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html status: documented
import { ok } from '../result.ts';
import type { Bucket } from './bucket.ts';
import { malformedXml } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

const isOwnership = (name: string | undefined): name is Bucket['ownership'] =>
  name === 'BucketOwnerEnforced' || name === 'BucketOwnerPreferred' || name === 'ObjectWriter';

export const putBucketOwnershipControls: S3Handler<'PutBucketOwnershipControls'> = (
  { model, bucket },
  input,
) => {
  const [rule, ...more] = input.OwnershipControls?.Rules ?? [];
  const ownership = rule?.ObjectOwnership;
  if (!isOwnership(ownership) || more.length > 0) return malformedXml();
  return ok(saveBucket(model, { ...bucket, ownership }), {});
};

export const getBucketOwnershipControls: S3Handler<'GetBucketOwnershipControls'> = ({
  model,
  bucket,
}) => ok(model, { OwnershipControls: { Rules: [{ ObjectOwnership: bucket.ownership }] } });
