// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectLockConfiguration.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Refused } from '../call.ts';
import { isRefused, ok, refuse } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import type { Bucket, DefaultRetention } from './bucket.ts';
import { isLockMode } from './lock-on-write.ts';
import { malformedXml, notImplemented } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

const readRule = (
  rule: S3.ObjectLockRule | undefined,
): { readonly defaultRetention: DefaultRetention | undefined } | Refused => {
  if (rule === undefined) return { defaultRetention: undefined };
  if (rule.DefaultRetention?.DefaultEventHold !== undefined) {
    return notImplemented('a default event hold');
  }
  const { Mode: mode, Days: days, Years: years } = rule.DefaultRetention ?? {};
  const hasOnePeriod = (days === undefined) !== (years === undefined);
  return isLockMode(mode) && hasOnePeriod && (days ?? years ?? 0) > 0
    ? { defaultRetention: { mode, days, years } }
    : malformedXml();
};

/** Once on it stays on; it needs versioning. */
export const putObjectLockConfiguration: S3Handler<'PutObjectLockConfiguration'> = (
  { model, bucket },
  input,
) => {
  const wanted = input.ObjectLockConfiguration;
  if (wanted?.ObjectLockEnabled !== 'Enabled') return malformedXml();
  if (bucket.versioning !== 'Enabled') {
    return refuse(
      409,
      'InvalidBucketState',
      "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration",
    );
  }
  const read = readRule(wanted.Rule);
  if (isRefused(read)) return read;
  return ok(saveBucket(model, { ...bucket, objectLock: true, ...read }), {});
};

const showRule = ({ defaultRetention: rule }: Bucket): S3.ObjectLockRule | undefined =>
  rule === undefined
    ? undefined
    : {
        DefaultRetention: withoutUndefined({ Mode: rule.mode, Days: rule.days, Years: rule.years }),
      };

export const getObjectLockConfiguration: S3Handler<'GetObjectLockConfiguration'> = ({
  model,
  bucket,
}) =>
  bucket.objectLock
    ? ok(model, {
        ObjectLockConfiguration: withoutUndefined({
          ObjectLockEnabled: 'Enabled' as const,
          Rule: showRule(bucket),
        }),
      })
    : refuse(
        404,
        'ObjectLockConfigurationNotFoundError',
        'Object Lock configuration does not exist for this bucket',
      );
