import { PutObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { Release } from '../../core/quarantine/manifest.ts';
import type { Quarantine } from '../../core/quarantine/move-task.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { serialiseManifest } from '../../core/quarantine/serialise-manifest.ts';

/**
 * Writes beside the manifest who released the object and why. One that is there stays: somebody was faster.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const createNoteRelease =
  (s3: S3Client, account: string, { bucket, keyArn }: Quarantine) =>
  async (source: string, release: Release): Promise<void> => {
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: quarantineKeys(source, release.intentId).release,
          Body: serialiseManifest(release),
          ContentType: 'application/json',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId: keyArn,
          BucketKeyEnabled: true,
          IfNoneMatch: '*',
          ExpectedBucketOwner: account,
        }),
      );
    } catch (error) {
      const isThere = error instanceof S3ServiceException && error.$metadata.httpStatusCode === 412;
      if (!isThere) {
        throw error;
      }
    }
  };
