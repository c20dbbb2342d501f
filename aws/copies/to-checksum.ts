import type { Checksum } from '../../core/copies/object-attributes.ts';

/** Every algorithm that S3 knows. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Checksum.html */
export const CHECKSUM_ALGORITHMS = [
  'CRC32',
  'CRC32C',
  'CRC64NVME',
  'SHA1',
  'SHA256',
  'SHA512',
  'MD5',
  'XXHASH64',
  'XXHASH3',
  'XXHASH128',
] as const;

type ChecksumHeaders = {
  readonly [Name in (typeof CHECKSUM_ALGORITHMS)[number] as `Checksum${Name}`]?: string | undefined;
} & { readonly ChecksumType?: Checksum['type'] | undefined };

export const toChecksum = (head: ChecksumHeaders): Checksum | undefined => {
  for (const algorithm of CHECKSUM_ALGORITHMS) {
    const value = head[`Checksum${algorithm}`];
    if (value !== undefined) {
      // S3 told no type before it had whole-object checksums of multipart uploads; the `-N` told
      const type = head.ChecksumType ?? (value.includes('-') ? 'COMPOSITE' : 'FULL_OBJECT');
      return { algorithm, type, value };
    }
  }
  return undefined;
};
