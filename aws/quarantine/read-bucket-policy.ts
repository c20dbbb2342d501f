import { GetBucketPolicyCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { BucketPolicyReading } from '../../core/guard/bucket-policy-reading.ts';

/** https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketPolicy.html */
export const createReadBucketPolicy =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<BucketPolicyReading> => {
    try {
      const { Policy: text } = await s3.send(
        new GetBucketPolicyCommand({ Bucket: bucket, ExpectedBucketOwner: account }),
      );
      if (text === undefined) return { kind: 'bucket-policy' };
      if (!isJson(text)) throw new Error(`the policy of \`${bucket}\` came cut short`);
      return { kind: 'bucket-policy', text };
    } catch (error) {
      if (error instanceof S3ServiceException) {
        if (error.name === 'NoSuchBucketPolicy') {
          return { kind: 'bucket-policy' };
        }
        if (error.$metadata.httpStatusCode === 403) {
          return { kind: 'bucket-policy-unreadable', words: `${error.name}: ${error.message}` };
        }
      }
      throw error;
    }
  };

// S3 takes no policy that is not JSON, so that such an answer is broken: half a policy must not be judged as a whole
// one. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html
const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};
