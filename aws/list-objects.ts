import { ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3';
import type { Ref } from '../core/objects/ref.ts';
import { decodeListedKey } from './decode-listed-key.ts';

/** Up to 1,000 refs a page, in key order. */
export type ListRefs = (bucket: string, prefix: string) => AsyncGenerator<readonly Ref[]>;

/**
 * The current objects below a prefix. Refs carry no version id: what is judged is what is current then.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 */
export const createListObjects = (s3: S3Client, account: string): ListRefs =>
  async function* listObjects(bucket, prefix) {
    let token: string | undefined;
    do {
      const page = await s3.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: prefix,
          EncodingType: 'url',
          ExpectedBucketOwner: account,
          ...(token !== undefined && { ContinuationToken: token }),
        }),
      );
      const refs: Ref[] = [];
      for (const { Key } of page.Contents ?? []) {
        if (Key !== undefined) refs.push({ bucket, key: decodeListedKey(Key, page.EncodingType) });
      }
      yield refs;
      token = page.IsTruncated === true ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  };
