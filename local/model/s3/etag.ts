// ETags: the MD5 only of a single upload that is unencrypted or under SSE-S3.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_Object.html status: documented
// That equal bytes under a KMS or customer key get different ETags status: observed
import { createHash } from 'node:crypto';
import type { StoredEncryption } from './stored-object.ts';

export const md5Of = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

export const etagOf = (bytes: Uint8Array, encryption: StoredEncryption, serial: number): string =>
  encryption.kind === 'none' || encryption.kind === 'sse-s3'
    ? md5Of(bytes)
    : createHash('md5').update(`${encryption.kind}:${serial}:`).update(bytes).digest('hex');

/** MD5 over the parts' binary ETags, then how many there were. */
export const multipartEtag = (partEtags: readonly string[]): string => {
  const hash = createHash('md5');
  for (const etag of partEtags) hash.update(Buffer.from(etag, 'hex'));
  return `${hash.digest('hex')}-${partEtags.length}`;
};

export const quoted = (etag: string): string => `"${etag}"`;
