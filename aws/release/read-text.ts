import { GetObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';

/** One object as text; `undefined` where it is not there. https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html */
export const createReadText =
  (s3: S3Client, account: string, bucket: string) =>
  async (key: string): Promise<string | undefined> => {
    try {
      const { Body } = await s3.send(
        new GetObjectCommand({ Bucket: bucket, Key: key, ExpectedBucketOwner: account }),
      );
      return await Body?.transformToString();
    } catch (error) {
      if (error instanceof S3ServiceException && error.name === 'NoSuchKey') {
        return undefined;
      }
      throw error;
    }
  };
