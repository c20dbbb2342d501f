import { GetObjectCommand, S3ServiceException, type S3Client } from '@aws-sdk/client-s3';
import type { KeptManifest } from '../../core/quarantine/kept-manifest.ts';
import { parseManifest } from '../../core/quarantine/parse-manifest.ts';
import { quarantineKeys } from '../../core/quarantine/quarantine-keys.ts';

/** The manifest of one intent, or `undefined` where there is none. One that is there and cannot be read is thrown. */
export const createReadManifest =
  (s3: S3Client, account: string, quarantineBucket: string) =>
  async (sourceBucket: string, intentId: string): Promise<KeptManifest | undefined> => {
    const key = quarantineKeys(sourceBucket, intentId).manifest;
    try {
      const { Body, ETag } = await s3.send(
        new GetObjectCommand({
          Bucket: quarantineBucket,
          Key: key,
          ExpectedBucketOwner: account,
        }),
      );
      const manifest = parseManifest((await Body?.transformToString()) ?? '');
      if ('unreadable' in manifest) {
        throw new Error(`s3://${quarantineBucket}/${key}: ${manifest.unreadable}`);
      }
      if (ETag === undefined) {
        throw new Error(`s3://${quarantineBucket}/${key}: S3 told no ETag of it`);
      }
      return { manifest, etag: ETag.replaceAll('"', '') };
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) {
        return undefined;
      }
      throw error;
    }
  };
