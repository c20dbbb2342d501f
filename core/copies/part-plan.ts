import type { ObjectAttributes } from './object-attributes.ts';

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html
export const LEAST_PART_BYTES = 5 * 1024 ** 2; // of every part but the last
export const MOST_PART_BYTES = 5 * 1024 ** 3;
export const MOST_PARTS = 10_000;

export type PartRange = {
  readonly number: number; // from 1
  readonly first: number; // offsets of its first and last byte
  readonly last: number;
};

/**
 * Bytes of each part but the last. The source's own boundaries are kept where they can be: a composite checksum is
 * one over the parts' checksums, and stays the same only with the same parts.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html
 */
export const choosePartBytes = (
  { size, parts }: Pick<ObjectAttributes, 'size' | 'parts'>,
  wanted: number,
  least: number, // LEAST_PART_BYTES, but in simulations
): number => {
  if (parts !== undefined && isUniform(size, parts) && parts.firstBytes >= least) {
    return parts.firstBytes;
  }
  return Math.min(MOST_PART_BYTES, Math.max(wanted, least, Math.ceil(size / MOST_PARTS)));
};

/** As far as the first part and the number of parts can tell: parts of one size, the last as large or smaller. */
const isUniform = (
  size: number,
  { count, firstBytes }: { count: number; firstBytes: number },
): boolean =>
  count <= MOST_PARTS &&
  firstBytes <= MOST_PART_BYTES &&
  (count - 1) * firstBytes < size &&
  size <= count * firstBytes;

export const partRanges = (size: number, partBytes: number): readonly PartRange[] =>
  Array.from({ length: Math.ceil(size / partBytes) }, (_, index) => ({
    number: index + 1,
    first: index * partBytes,
    last: Math.min(size, (index + 1) * partBytes) - 1,
  }));
