import type { Answer, Subject } from './requirement.ts';

/**
 * An S3 Bucket Key is used, or is not. Only SSE-KMS has bucket keys: whether anything else is allowed
 * is for the `encryption` requirement to say.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-key.html
 */
export const bucketKeyRequirement = ({ encryption }: Subject, wanted: boolean): Answer =>
  encryption.kind !== 'sse-kms' || encryption.bucketKey === wanted
    ? undefined
    : {
        requirement: 'bucket-key',
        expected: [String(wanted)],
        found: String(encryption.bucketKey),
      };
