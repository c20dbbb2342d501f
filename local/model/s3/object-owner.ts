// Whose an object is: its writer's, or the bucket owner's where the bucket says so.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/about-object-ownership.html status: documented
import type { Bucket } from './bucket.ts';
import { requesterAccount } from './requester.ts';
import type { S3Scope } from './scope.ts';
import type { StoredAcl, StoredObject } from './stored-object.ts';

export const ownerOnWrite = (scope: S3Scope, { canned }: StoredAcl): string => {
  const { ownership, owner } = scope.bucket;
  const givesAway = ownership === 'BucketOwnerPreferred' && canned === 'bucket-owner-full-control';
  return ownership === 'BucketOwnerEnforced' || givesAway ? owner : requesterAccount(scope);
};

/** Where ACLs are off the bucket owner owns everything, whoever wrote it before. */
export const ownerOf = (bucket: Bucket, object: Pick<StoredObject, 'owner'>): string =>
  bucket.ownership === 'BucketOwnerEnforced' ? bucket.owner : object.owner;
