import { PutObjectTaggingCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { TagReading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { Done } from '../../core/quarantine/done.ts';
import { versionInput } from '../copies/version-input.ts';
import { createReadObjectTags } from '../read-tags.ts';
import { toRefusal } from '../to-refusal.ts';

/** Tags of exactly one version. A version that is gone is an answer here. */
export const createReadVersionTags = (s3: S3Client, account: string) => {
  const readTags = createReadObjectTags(s3, account);
  return async (ref: Ref): Promise<TagReading | Refusal> => {
    try {
      return await readTags(ref);
    } catch (error) {
      return toRefusal(error);
    }
  };
};

/**
 * Replaces all tags of exactly one version. There is no precondition to send: a tag that somebody wrote since they
 * were read is lost, so the read comes right before.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObjectTagging.html
 */
export const createPutVersionTags =
  (s3: S3Client, account: string) =>
  async (ref: Ref, tags: Readonly<Record<string, string>>): Promise<Done | Refusal> => {
    try {
      await s3.send(
        new PutObjectTaggingCommand({
          ...versionInput(ref, account),
          Tagging: { TagSet: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) },
        }),
      );
      return { kind: 'done' };
    } catch (error) {
      return toRefusal(error);
    }
  };
