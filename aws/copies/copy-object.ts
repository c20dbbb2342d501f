import { CopyObjectCommand, type S3Client, type TaggingDirective } from '@aws-sdk/client-s3';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { Made } from '../../core/copies/made.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import { toRefusal } from '../to-refusal.ts';
import { copySource } from './copy-source.ts';
import { newObjectInput } from './new-object-input.ts';
import { onlyIfInput } from './only-if-input.ts';
import { toTagging } from './to-tagging.ts';

/**
 * One CopyObject of an exact version, with everything. Metadata, tags (unless the task sets them) and annotations are
 * copied by S3 itself, as they are at that moment: an annotation written since we looked comes along too. No checksum algorithm is named:
 * S3 then keeps the object's, and those of its annotations, which a named one would replace.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
 */
export const createCopyObject =
  (s3: S3Client, account: string, now: () => Date) =>
  async (task: CopyTask): Promise<Made | Refusal> => {
    const { attributes, to, onlyIf } = task;
    try {
      const { VersionId, CopyObjectResult } = await s3.send(
        new CopyObjectCommand({
          Bucket: to.bucket,
          Key: to.key,
          CopySource: copySource(attributes.ref),
          CopySourceIfMatch: `"${attributes.etag}"`,
          ...onlyIfInput(onlyIf),
          MetadataDirective: 'COPY',
          ...taggingInput(task),
          AnnotationDirective: 'COPY',
          ...newObjectInput(task, now()),
          ExpectedBucketOwner: account,
          ExpectedSourceBucketOwner: account,
        }),
      );
      const etag = CopyObjectResult?.ETag?.replaceAll('"', '');
      if (etag === undefined) {
        throw new Error('CopyObject answered without an ETag');
      }
      return { kind: 'made', etag, ...(VersionId !== undefined && { versionId: VersionId }) };
    } catch (error) {
      return toRefusal(error);
    }
  };

/** REPLACE without tags leaves the copy without any. */
const taggingInput = ({
  tags,
  attributes,
}: CopyTask): { TaggingDirective: TaggingDirective; Tagging?: string } =>
  tags === 'set'
    ? {
        TaggingDirective: 'REPLACE',
        ...(Object.keys(attributes.tags).length > 0 && { Tagging: toTagging(attributes.tags) }),
      }
    : { TaggingDirective: 'COPY' };
