// A copy carries its source's checksum over, or has one made anew, always for the whole object.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
// That the algorithm named applies to the annotations too
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/annotations-overview.html status: documented
import type { Map } from 'immutable';
import { wholeChecksum } from './checksum.ts';
import { isChecksumAlgorithm } from './compute-checksum.ts';
import type { Annotation, Checksum, StoredObject } from './stored-object.ts';

/** Parts have a checksum each, their object one of those: the copy is in one piece and needs its own. */
export const copyChecksum = (
  wanted: string | undefined,
  { bytes, checksum: from }: Pick<StoredObject, 'bytes' | 'checksum'>,
): Checksum | undefined => {
  const algorithm = isChecksumAlgorithm(wanted) ? wanted : (from?.algorithm ?? 'CRC64NVME');
  return algorithm === from?.algorithm && from.type === 'FULL_OBJECT'
    ? from
    : wholeChecksum(algorithm, bytes);
};

export const copyAnnotations = (
  wanted: string | undefined,
  annotations: Map<string, Annotation>,
): Map<string, Annotation> =>
  annotations.map((one) => ({ ...one, checksum: copyChecksum(wanted, one) }));
