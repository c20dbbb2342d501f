import { ListBucketsCommand, type S3Client } from '@aws-sdk/client-s3';

/**
 * The names of the caller's own buckets in one Region.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListBuckets.html
 */
export const createListBuckets =
  (s3: S3Client, region: string) => async (): Promise<readonly string[]> => {
    const names: string[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListBucketsCommand({
          BucketRegion: region,
          MaxBuckets: 1_000, // without it S3 leaves out pages, and lists no more than 10,000
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      names.push(...(page.Buckets ?? []).flatMap(({ Name }) => (Name === undefined ? [] : [Name])));
      token = page.ContinuationToken;
    } while (token !== undefined);
    return names;
  };
