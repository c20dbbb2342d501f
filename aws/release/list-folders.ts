import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import { decodeListedKey } from '../decode-listed-key.ts';

/**
 * What the keys of a bucket begin with, up to their first `/`.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html
 */
export const createListFolders =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<readonly string[]> => {
    const folders: string[] = [];
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Delimiter: '/',
          EncodingType: 'url',
          ExpectedBucketOwner: account,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      for (const { Prefix } of page.CommonPrefixes ?? []) {
        if (Prefix === undefined) continue;
        folders.push(decodeListedKey(Prefix, page.EncodingType).slice(0, -1));
      }
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
    return folders;
  };
