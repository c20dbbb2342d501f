import { GetBucketVersioningCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { BucketVersioning } from '../core/orders/plan-facts.ts';

const STATUS = { Enabled: 'enabled', Suspended: 'suspended' } as const;

/** S3 answers an empty element for a bucket that never had versioning. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html */
export const createReadVersioning =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<BucketVersioning> => {
    try {
      const { Status, MFADelete } = await s3.send(
        new GetBucketVersioningCommand({ Bucket: bucket, ExpectedBucketOwner: account }),
      );
      return {
        kind: 'versioning',
        status: Status === undefined ? 'never' : STATUS[Status],
        mfaDelete: MFADelete === 'Enabled',
      };
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) {
        return { kind: 'versioning-unreadable', words: `${error.name}: ${error.message}` };
      }
      throw error;
    }
  };
