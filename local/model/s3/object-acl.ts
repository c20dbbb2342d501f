// ACLs are kept and shown, never evaluated.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectAcl.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { canonicalIdOf } from '../ids.ts';
import { isRefused, ok } from '../result.ts';
import { aclNotSupported, readAcl } from './acl-on-write.ts';
import type { Bucket } from './bucket.ts';
import { objectEvent } from './object-event.ts';
import { openVersion } from './open-version.ts';
import { saveBucket, type S3Handler } from './scope.ts';
import { ownerOf } from './object-owner.ts';
import type { StoredAcl } from './stored-object.ts';
import { replaceVersion } from './version-stack.ts';

const GROUPS: Readonly<Record<string, readonly (readonly [string, S3.Permission])[]>> = {
  'public-read': [['global/AllUsers', 'READ']],
  'public-read-write': [
    ['global/AllUsers', 'READ'],
    ['global/AllUsers', 'WRITE'],
  ],
  'authenticated-read': [['global/AuthenticatedUsers', 'READ']],
};

const grant = (account: string, Permission: S3.Permission): S3.Grant => ({
  Grantee: { Type: 'CanonicalUser', ID: canonicalIdOf(account) },
  Permission,
});

const showGrants = (bucket: Bucket, owner: string, acl: StoredAcl): S3.Grant[] => {
  const owned = grant(owner, 'FULL_CONTROL');
  if (bucket.ownership === 'BucketOwnerEnforced') return [owned];
  if (acl.grants !== undefined) return structuredClone([...acl.grants]);
  if (acl.canned === 'bucket-owner-read') return [owned, grant(bucket.owner, 'READ')];
  if (acl.canned === 'bucket-owner-full-control' && bucket.owner !== owner) {
    return [owned, grant(bucket.owner, 'FULL_CONTROL')];
  }
  const groups = (GROUPS[acl.canned] ?? []).map(([group, Permission]): S3.Grant => ({
    Grantee: { Type: 'Group', URI: `http://acs.amazonaws.com/groups/${group}` },
    Permission,
  }));
  return [owned, ...groups];
};

/** Where ACLs are off only the bucket owner's full control may be given, by canned ACL or in these words. */
const mayGive = (bucket: Bucket, given: readonly S3.Grant[]): boolean =>
  bucket.ownership !== 'BucketOwnerEnforced' ||
  given.every(
    ({ Grantee, Permission }) =>
      Grantee?.ID === canonicalIdOf(bucket.owner) && Permission === 'FULL_CONTROL',
  );

export const getObjectAcl: S3Handler<'GetObjectAcl'> = (scope, input) => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const owner = ownerOf(scope.bucket, object);
  return ok(scope.model, {
    Owner: { ID: canonicalIdOf(owner) },
    Grants: showGrants(scope.bucket, owner, object.acl),
  });
};

export const putObjectAcl: S3Handler<'PutObjectAcl'> = (scope, input) => {
  const object = openVersion(scope, input.VersionId);
  if (isRefused(object)) return object;
  const given = input.AccessControlPolicy?.Grants;
  if (given !== undefined && !mayGive(scope.bucket, given)) return aclNotSupported();
  const read = readAcl(scope.bucket, input);
  if (isRefused(read)) return read;
  const acl: StoredAcl =
    given === undefined ? read : { canned: 'private', grants: structuredClone(given) };
  const bucket = replaceVersion(scope.bucket, scope.key, { ...object, acl });
  const event = objectEvent({ ...scope, bucket }, 'ObjectAcl:Put', object, { etag: object.etag });
  return ok(saveBucket(scope.model, bucket), {}, { events: [event] });
};
