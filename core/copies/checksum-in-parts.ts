import type { Checksum } from './object-attributes.ts';

/** Algorithms that S3 can carry over from parts to the whole object. */
const WHOLE = new Set(['CRC32', 'CRC32C', 'CRC64NVME']);
/** Algorithms that S3 has for a multipart upload only as a checksum over the parts' checksums. */
const OVER_PARTS = new Set(['SHA1', 'SHA256']);

/**
 * The checksum to ask a multipart upload for, as near to the source's as S3 allows: the same algorithm always, the
 * same type where the algorithm has it. Where nobody says which types it has, S3 chooses.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export const checksumInParts = ({
  algorithm,
  type,
}: Checksum): Pick<Checksum, 'algorithm'> & Partial<Pick<Checksum, 'type'>> => {
  if (type === 'COMPOSITE' || WHOLE.has(algorithm)) {
    return { algorithm, type };
  }
  return OVER_PARTS.has(algorithm) ? { algorithm, type: 'COMPOSITE' } : { algorithm };
};
