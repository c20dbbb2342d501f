// The checksum of a finished upload: over the whole, or over the parts' checksums (`-N`).
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
import { computeChecksum, type ChecksumRequest } from './checksum.ts';
import type { MultipartUpload, UploadedPart } from './multipart-upload.ts';
import type { Checksum } from './stored-object.ts';

const composite = (
  algorithm: Checksum['algorithm'],
  parts: readonly UploadedPart[],
): string | undefined => {
  const values = parts.flatMap(({ checksum }) => (checksum === undefined ? [] : [checksum.value]));
  if (values.length < parts.length) return undefined;
  const joined = Buffer.concat(values.map((value) => Buffer.from(value, 'base64')));
  const value = computeChecksum(algorithm, joined);
  return value === undefined ? undefined : `${value}-${parts.length}`;
};

export const multipartChecksum = (
  { checksumAlgorithm: algorithm, checksumType: type = 'FULL_OBJECT' }: MultipartUpload,
  parts: readonly UploadedPart[],
  bytes: Uint8Array,
  sent: ChecksumRequest,
): Checksum | undefined => {
  if (algorithm === undefined) return undefined;
  const value =
    type === 'COMPOSITE'
      ? composite(algorithm, parts)
      : (computeChecksum(algorithm, bytes) ?? sent[`Checksum${algorithm}`]);
  return value === undefined ? undefined : { algorithm, value, type };
};
