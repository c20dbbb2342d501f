// Checksums that come with an upload: verified where Node can, kept as sent where it cannot (CRC32C, CRC64NVME).
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
// That an upload without a checksum gets none (S3 adds CRC64NVME) status: assumed
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import type { Checksum } from './stored-object.ts';

export type ChecksumRequest = {
  readonly ContentMD5?: string | undefined;
  readonly ChecksumAlgorithm?: string | undefined;
  readonly ChecksumCRC32?: string | undefined;
  readonly ChecksumCRC32C?: string | undefined;
  readonly ChecksumCRC64NVME?: string | undefined;
  readonly ChecksumSHA1?: string | undefined;
  readonly ChecksumSHA256?: string | undefined;
};

type Algorithm = Checksum['algorithm'];

const ALGORITHMS: readonly Algorithm[] = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'];

export const isChecksumAlgorithm = (name: string | undefined): name is Algorithm =>
  ALGORITHMS.some((algorithm) => algorithm === name);

export const computeChecksum = (algorithm: Algorithm, bytes: Uint8Array): string | undefined => {
  if (algorithm === 'SHA1' || algorithm === 'SHA256') {
    return createHash(algorithm).update(bytes).digest('base64');
  }
  if (algorithm !== 'CRC32') return undefined;
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(bytes));
  return sum.toString('base64');
};

const badDigest = (name: string): Refused =>
  refuse(400, 'BadDigest', `The ${name} you specified did not match the calculated checksum.`);

const checkMd5 = (given: string | undefined, bytes: Uint8Array): Refused | undefined => {
  if (given === undefined) return undefined;
  if (Buffer.from(given, 'base64').length !== 16) {
    return refuse(400, 'InvalidDigest', 'The Content-MD5 you specified was invalid.');
  }
  return createHash('md5').update(bytes).digest('base64') === given
    ? undefined
    : badDigest('Content-MD5');
};

/** The checksum to keep with the bytes, if there is one. */
export const readChecksum = (
  request: ChecksumRequest,
  bytes: Uint8Array,
): { readonly checksum: Checksum | undefined } | Refused => {
  const wrong = checkMd5(request.ContentMD5, bytes);
  if (wrong !== undefined) return wrong;
  const given = ALGORITHMS.find((name) => request[`Checksum${name}`] !== undefined);
  const wanted = isChecksumAlgorithm(request.ChecksumAlgorithm)
    ? request.ChecksumAlgorithm
    : undefined;
  const algorithm = given ?? wanted;
  if (algorithm === undefined) return { checksum: undefined };
  const computed = computeChecksum(algorithm, bytes);
  const sent = request[`Checksum${algorithm}`];
  if (sent !== undefined && computed !== undefined && sent !== computed) {
    return badDigest(algorithm);
  }
  const value = sent ?? computed;
  return {
    checksum: value === undefined ? undefined : { algorithm, value, type: 'FULL_OBJECT' },
  };
};

export type ShownChecksum = { readonly ChecksumType?: Checksum['type'] } & {
  readonly [Name in `Checksum${Algorithm}`]?: string;
};

export const showChecksum = (checksum: Checksum | undefined): ShownChecksum =>
  checksum === undefined
    ? {}
    : { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type };
