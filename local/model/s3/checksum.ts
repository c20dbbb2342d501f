// Checksums that come with an upload, verified where the model can, and the one that S3 adds where none comes.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html status: documented
import { createHash } from 'node:crypto';
import type { Refused } from '../call.ts';
import { refuse } from '../result.ts';
import { ALGORITHMS, computeChecksum, isChecksumAlgorithm } from './compute-checksum.ts';
import type { Algorithm } from './compute-checksum.ts';
import type { Checksum } from './stored-object.ts';

export type ChecksumValues = {
  readonly [Name in `Checksum${Algorithm}`]?: string | undefined;
};

export type ChecksumRequest = ChecksumValues & {
  readonly ContentMD5?: string | undefined;
  readonly ChecksumAlgorithm?: string | undefined;
};

export const badDigest = (name: string): Refused =>
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

export const wholeChecksum = (algorithm: Algorithm, bytes: Uint8Array): Checksum | undefined => {
  const value = computeChecksum(algorithm, bytes);
  return value === undefined ? undefined : { algorithm, value, type: 'FULL_OBJECT' };
};

/** The checksum that comes with the bytes, or is asked for by name. */
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
  const computed = wholeChecksum(algorithm, bytes);
  const sent = request[`Checksum${algorithm}`];
  if (sent !== undefined && computed !== undefined && sent !== computed.value) {
    return badDigest(algorithm);
  }
  return sent === undefined
    ? { checksum: computed }
    : { checksum: { algorithm, value: sent, type: 'FULL_OBJECT' } };
};

/** What comes without any checksum gets CRC64NVME from S3. */
export const readOrAddChecksum = (
  request: ChecksumRequest,
  bytes: Uint8Array,
): { readonly checksum: Checksum | undefined } | Refused => {
  const read = readChecksum(request, bytes);
  return 'checksum' in read
    ? { checksum: read.checksum ?? wholeChecksum('CRC64NVME', bytes) }
    : read;
};

export type ShownChecksum = ChecksumValues & { readonly ChecksumType?: Checksum['type'] };

export const showChecksum = (checksum: Checksum | undefined): ShownChecksum =>
  checksum === undefined
    ? {}
    : { [`Checksum${checksum.algorithm}`]: checksum.value, ChecksumType: checksum.type };
