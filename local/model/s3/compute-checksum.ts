// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Checksum.html status: documented
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { crc32c, crc64nvme } from './crc.ts';
import type { Checksum } from './stored-object.ts';

export type Algorithm = Checksum['algorithm'];

export const ALGORITHMS = [
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
] as const satisfies readonly Algorithm[];

export const isChecksumAlgorithm = (name: string | undefined): name is Algorithm =>
  ALGORITHMS.some((algorithm) => algorithm === name);

const sumOf = (algorithm: Algorithm, bytes: Uint8Array): Buffer | undefined => {
  switch (algorithm) {
    case 'CRC32': {
      const sum = Buffer.alloc(4);
      sum.writeUInt32BE(crc32(bytes));
      return sum;
    }
    case 'CRC32C':
      return crc32c(bytes);
    case 'CRC64NVME':
      return crc64nvme(bytes);
    case 'SHA1':
    case 'SHA256':
    case 'SHA512':
    case 'MD5':
      return createHash(algorithm).update(bytes).digest();
    default:
      return undefined;
  }
};

/** In base64. Undefined: the xxHash family, which the model keeps as it was sent. */
export const computeChecksum = (algorithm: Algorithm, bytes: Uint8Array): string | undefined =>
  sumOf(algorithm, bytes)?.toString('base64');
