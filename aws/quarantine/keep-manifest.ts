import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { OnlyIf } from '../../core/copies/copy-task.ts';
import type { Refusal } from '../../core/copies/refusal.ts';
import type { Manifest } from '../../core/quarantine/manifest.ts';
import type { Quarantine } from '../../core/quarantine/move-task.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';
import { serialiseManifest } from '../../core/quarantine/serialise-manifest.ts';
import { onlyIfInput } from '../copies/only-if-input.ts';
import { toRefusal } from '../to-refusal.ts';
import { createReadManifest } from './read-manifest.ts';

/** The manifest that lies in quarantine, read back. */
export type Kept = { readonly kind: 'kept'; readonly manifest: Manifest };

/**
 * Writes a manifest where what lies there is what was expected, or nothing. What another attempt of the same intent
 * has written meanwhile stays, and is what is answered.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html
 */
export const createKeepManifest = (
  s3: S3Client,
  account: string,
  { bucket, keyArn }: Quarantine,
) => {
  const readManifest = createReadManifest(s3, account, bucket);
  return async (manifest: Manifest, onlyIf: OnlyIf): Promise<Kept | Refusal> => {
    const source = manifest.source.ref.bucket;
    try {
      await s3.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: quarantineKeys(source, manifest.intentId).manifest,
          Body: serialiseManifest(manifest),
          ContentType: 'application/json',
          ServerSideEncryption: 'aws:kms',
          SSEKMSKeyId: keyArn,
          BucketKeyEnabled: true,
          ...onlyIfInput(onlyIf),
          ExpectedBucketOwner: account,
        }),
      );
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.kind === 'refused') {
        return refusal;
      }
    }
    const kept = await readManifest(source, manifest.intentId);
    if (kept?.manifest.intentId !== manifest.intentId || kept.manifest.kind !== manifest.kind) {
      throw new Error(`the manifest of intent ${manifest.intentId} is not in quarantine`);
    }
    return { kind: 'kept', manifest: kept.manifest };
  };
};
