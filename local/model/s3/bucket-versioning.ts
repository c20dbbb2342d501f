// Versioning can be suspended, never taken away; with Object Lock not even suspended.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html status: documented
import { ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { malformedXml, notImplemented } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

export const putBucketVersioning: S3Handler<'PutBucketVersioning'> = ({ model, bucket }, input) => {
  const { Status: versioning, MFADelete: mfa } = input.VersioningConfiguration ?? {};
  if (mfa === 'Enabled') return notImplemented('MFA delete');
  if (versioning !== 'Enabled' && versioning !== 'Suspended') return malformedXml();
  if (versioning === 'Suspended' && bucket.objectLock) {
    return refuse(
      409,
      'InvalidBucketState',
      'An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.',
    );
  }
  if (versioning === 'Suspended' && bucket.replication !== undefined) {
    return refuse(
      409,
      'InvalidBucketState',
      'A replication configuration is present on this bucket, so you cannot change the versioning state. To change the versioning state, first delete the replication configuration.',
    );
  }
  return ok(saveBucket(model, { ...bucket, versioning }), {});
};

export const getBucketVersioning: S3Handler<'GetBucketVersioning'> = ({ model, bucket }) =>
  ok(model, withoutUndefined({ Status: bucket.versioning }));
