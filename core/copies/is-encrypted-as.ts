import type { Encryption } from '../objects/encryption.ts';
import type { EncryptWith } from './copy-task.ts';

/** Exactly as asked: algorithm, key and bucket key. */
export const isEncryptedAs = (encryption: Encryption, wanted: EncryptWith): boolean => {
  switch (wanted.algorithm) {
    case 'AES256':
      return encryption.kind === 'sse-s3';
    case 'aws:kms':
      return (
        encryption.kind === 'sse-kms' &&
        encryption.keyArn === wanted.keyArn &&
        encryption.bucketKey === wanted.bucketKey
      );
    case 'aws:kms:dsse': // has no bucket keys
      return encryption.kind === 'dsse-kms' && encryption.keyArn === wanted.keyArn;
    default:
      return wanted satisfies never;
  }
};
