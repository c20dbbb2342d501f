import {
  GetBucketTaggingCommand,
  GetObjectTaggingCommand,
  S3ServiceException,
  type S3Client,
  type Tag,
} from '@aws-sdk/client-s3';
import type { TagReading } from '../core/objects/object-facts.ts';
import type { Ref } from '../core/objects/ref.ts';

/** Tags of exactly the version that was read. An object that went away meanwhile is thrown: the queue asks again. */
export const createReadObjectTags =
  (s3: S3Client, account: string) =>
  async ({ bucket, key, versionId }: Ref): Promise<TagReading> =>
    readTags(async () => {
      const input = { Bucket: bucket, Key: key, ExpectedBucketOwner: account };
      const version = versionId === undefined ? {} : { VersionId: versionId };
      return s3.send(new GetObjectTaggingCommand({ ...input, ...version }));
    });

export const createReadBucketTags =
  (s3: S3Client, account: string) =>
  async (bucket: string): Promise<TagReading> =>
    readTags(async () =>
      s3.send(new GetBucketTaggingCommand({ Bucket: bucket, ExpectedBucketOwner: account })),
    );

const readTags = async (
  read: () => Promise<{ TagSet?: Tag[] | undefined }>,
): Promise<TagReading> => {
  try {
    const { TagSet: set = [] } = await read();
    // without a prototype, so that a tag named `__proto__` is a tag like any other
    const tags: Record<string, string> = Object.assign(Object.create(null), {});
    for (const { Key, Value } of set) {
      if (Key !== undefined) {
        tags[Key] = Value ?? '';
      }
    }
    return { kind: 'tags', tags };
  } catch (error) {
    if (error instanceof S3ServiceException) {
      if (error.name === 'NoSuchTagSet') {
        return { kind: 'tags', tags: {} }; // how S3 says that a bucket has none
      }
      if (error.$metadata.httpStatusCode === 403) {
        return { kind: 'tags-unreadable', words: `${error.name}: ${error.message}` };
      }
    }
    throw error;
  }
};
