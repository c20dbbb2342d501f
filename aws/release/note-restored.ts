import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { Quarantine } from '../../core/quarantine/move-task.ts';
import { type Restored, restoredKey } from '../../core/release/restored.ts';

/** Writes what a release has put back. A later one replaces it: what counts is what is there now. */
export const createNoteRestored =
  (s3: S3Client, account: string, { bucket, keyArn }: Quarantine) =>
  async (source: string, restored: Restored): Promise<void> => {
    await s3.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: restoredKey({ bucket: source, intentId: restored.intentId }),
        Body: `${JSON.stringify(restored, undefined, 2)}\n`,
        ContentType: 'application/json',
        ServerSideEncryption: 'aws:kms',
        SSEKMSKeyId: keyArn,
        BucketKeyEnabled: true,
        ExpectedBucketOwner: account,
      }),
    );
  };
