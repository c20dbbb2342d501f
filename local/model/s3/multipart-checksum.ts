// The checksum of a finished upload: over the whole, or over the parts' checksums (`-N`).
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
import type { Refused } from '../call.ts';
import { badDigest, wholeChecksum, type ChecksumRequest } from './checksum.ts';
import { computeChecksum } from './compute-checksum.ts';
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

/** Where the request brings the value too it has to be the same, with or without the count of parts. */
export const multipartChecksum = (
  { checksumAlgorithm: algorithm, checksumType: type = 'FULL_OBJECT' }: MultipartUpload,
  parts: readonly UploadedPart[],
  bytes: Uint8Array,
  sent: ChecksumRequest,
): { readonly checksum: Checksum | undefined } | Refused => {
  if (algorithm === undefined) return { checksum: wholeChecksum('CRC64NVME', bytes) };
  const given = sent[`Checksum${algorithm}`];
  const value =
    (type === 'COMPOSITE' ? composite(algorithm, parts) : computeChecksum(algorithm, bytes)) ??
    given;
  if (value === undefined) return { checksum: undefined };
  const agrees = given === undefined || value === given || value === `${given}-${parts.length}`;
  return agrees ? { checksum: { algorithm, value, type } } : badDigest(algorithm);
};
