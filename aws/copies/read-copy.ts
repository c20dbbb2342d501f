import { HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectAttributes } from '../../core/copies/object-attributes.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { toEncryption } from '../to-encryption.ts';
import { toChecksum } from './to-checksum.ts';
import { versionInput } from './version-input.ts';

/** What verifying a copy takes: one HEAD with its checksum. A copy that cannot be read is an error. */
export const createReadCopy =
  (s3: S3Client, account: string) =>
  async (
    ref: Ref,
  ): Promise<Pick<ObjectAttributes, 'etag' | 'size' | 'encryption' | 'checksum'>> => {
    const head = await s3.send(
      new HeadObjectCommand({ ...versionInput(ref, account), ChecksumMode: 'ENABLED' }),
    );
    const encryption = toEncryption(head);
    if (encryption === undefined || head.ETag === undefined) {
      throw new Error('HeadObject told no ETag or no usable key of the copy');
    }
    const checksum = toChecksum(head);
    return {
      etag: head.ETag.replaceAll('"', ''),
      size: head.ContentLength ?? 0,
      encryption,
      ...(checksum && { checksum }),
    };
  };
