// Kept and shown. One kind of statement is evaluated (tag-denial.ts); what others deny, a test says with `DenyRequests`.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html status: documented
import { ok, refuse } from '../result.ts';
import { saveBucket, type S3Handler } from './scope.ts';

const isPolicy = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'Statement' in value;
  } catch {
    return false; // not JSON
  }
};

export const putBucketPolicy: S3Handler<'PutBucketPolicy'> = ({ model, bucket }, input) => {
  const policy = input.Policy ?? '';
  return isPolicy(policy)
    ? ok(saveBucket(model, { ...bucket, policy }), {}, { status: 204 })
    : refuse(400, 'MalformedPolicy', "Policies must be valid JSON and the first byte must be '{'");
};

export const getBucketPolicy: S3Handler<'GetBucketPolicy'> = ({ model, bucket }) =>
  bucket.policy === undefined
    ? refuse(404, 'NoSuchBucketPolicy', 'The bucket policy does not exist')
    : ok(model, { Policy: bucket.policy });

export const deleteBucketPolicy: S3Handler<'DeleteBucketPolicy'> = ({ model, bucket }) =>
  ok(saveBucket(model, { ...bucket, policy: undefined }), {}, { status: 204 });
