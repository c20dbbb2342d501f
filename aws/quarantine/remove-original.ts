import {
  DeleteObjectCommand,
  type DeleteObjectCommandInput,
  type S3Client,
} from '@aws-sdk/client-s3';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { Done } from '../../core/quarantine/done.ts';
import { toRefusal } from '../to-refusal.ts';
import { versionInput } from '../copies/version-input.ts';

export type RemoveOriginal = (ref: Ref) => Promise<Done | Refusal>;
export type RemoveCurrent = (ref: Ref, etag: string) => Promise<Done | Refusal>;

/**
 * A delete of whatever is current, if it still has this ETag. In a versioned bucket that puts a delete marker on
 * top; where there never was versioning the object is gone.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html
 */
export const createRemoveCurrent = (s3: S3Client, account: string): RemoveCurrent => {
  const remove = createDelete(s3);
  return async ({ bucket, key }, etag) =>
    remove({ ...versionInput({ bucket, key }, account), IfMatch: `"${etag}"` });
};

/**
 * Deletes exactly one version, for good. A precondition would be held against the current version, not this one.
 * BypassGovernanceRetention is never sent: what Object Lock keeps, stays.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export const createRemoveVersion = (s3: S3Client, account: string): RemoveOriginal => {
  const remove = createDelete(s3);
  return async (ref) => {
    if (ref.versionId === undefined) {
      throw new Error('a version is deleted by its id only');
    }
    return remove(versionInput(ref, account));
  };
};

const createDelete =
  (s3: S3Client) =>
  async (input: DeleteObjectCommandInput): Promise<Done | Refusal> => {
    try {
      await s3.send(new DeleteObjectCommand(input));
      return { kind: 'done' };
    } catch (error) {
      return toRefusal(error);
    }
  };
