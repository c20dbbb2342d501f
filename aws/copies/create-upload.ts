import {
  type ChecksumAlgorithm,
  CreateMultipartUploadCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { checksumInParts } from '../../core/copies/checksum-in-parts.ts';
import type { CopyTask } from '../../core/copies/copy-task.ts';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { UploadRef } from '../../core/copies/upload.ts';
import { toRefusal } from '../to-refusal.ts';
import { newObjectInput } from './new-object-input.ts';
import { toTagging } from './to-tagging.ts';
import { withVerbatimExpires } from './with-verbatim-expires.ts';

/**
 * Begins a multipart upload that carries everything but the bytes and the annotations: S3 copies nothing by itself
 * here, so headers, metadata and tags are said again too.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateMultipartUpload.html
 */
export const createCreateUpload =
  (s3: S3Client, account: string, now: () => Date) =>
  async (task: CopyTask): Promise<({ readonly kind: 'upload' } & UploadRef) | Refusal> => {
    const { attributes, to } = task;
    const command = new CreateMultipartUploadCommand({
      Bucket: to.bucket,
      Key: to.key,
      ...headerInput(attributes),
      ...checksumInput(attributes),
      ...newObjectInput(task, now()),
      ExpectedBucketOwner: account,
    });
    try {
      const { UploadId } = await s3.send(withVerbatimExpires(command, attributes.headers.expires));
      if (UploadId === undefined) {
        throw new Error('CreateMultipartUpload answered without an upload id');
      }
      return { kind: 'upload', ...to, uploadId: UploadId };
    } catch (error) {
      return toRefusal(error);
    }
  };

const headerInput = ({ headers, metadata, tags }: ObjectAttributes) => ({
  ...(headers.cacheControl !== undefined && { CacheControl: headers.cacheControl }),
  ...(headers.contentDisposition !== undefined && {
    ContentDisposition: headers.contentDisposition,
  }),
  ...(headers.contentEncoding !== undefined && { ContentEncoding: headers.contentEncoding }),
  ...(headers.contentLanguage !== undefined && { ContentLanguage: headers.contentLanguage }),
  ...(headers.contentType !== undefined && { ContentType: headers.contentType }),
  Metadata: { ...metadata },
  ...(Object.keys(tags).length > 0 && { Tagging: toTagging(tags) }),
});

const checksumInput = ({ checksum }: ObjectAttributes) => {
  if (checksum === undefined) return {};
  const { algorithm, type } = checksumInParts(checksum);
  return {
    ChecksumAlgorithm: algorithm as ChecksumAlgorithm,
    ...(type !== undefined && { ChecksumType: type }),
  };
};
