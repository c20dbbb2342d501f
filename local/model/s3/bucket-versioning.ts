// Versioning can be suspended, never taken away; with Object Lock not even suspended.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import { ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { checkMfa } from './mfa.ts';
import { malformedXml } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

export const putBucketVersioning: S3Handler<'PutBucketVersioning'> = ({ model, bucket }, input) => {
  const { Status: versioning, MFADelete: mfa } = input.VersioningConfiguration ?? {};
  const unauthenticated = checkMfa(bucket.mfaDelete === true || mfa === 'Enabled', input.MFA);
  if (unauthenticated !== undefined) return unauthenticated;
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
  const mfaDelete = mfa === undefined ? bucket.mfaDelete : mfa === 'Enabled';
  return ok(saveBucket(model, { ...bucket, versioning, mfaDelete }), {});
};

export const getBucketVersioning: S3Handler<'GetBucketVersioning'> = ({ model, bucket }) =>
  ok(model, withoutUndefined({ Status: bucket.versioning, MFADelete: showMfa(bucket.mfaDelete) }));

const showMfa = (mfaDelete: boolean | undefined): S3.MFADeleteStatus | undefined =>
  mfaDelete === undefined ? undefined : mfaDelete ? 'Enabled' : 'Disabled';
