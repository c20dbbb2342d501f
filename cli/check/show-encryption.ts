import { assertNever } from '../../core/assert-never.ts';
import type { Encryption } from '../../core/objects/encryption.ts';
import { showText } from '../../core/show-text.ts';

/** How the object is encrypted now, as far as S3 tells. */
export const showEncryption = (encryption: Encryption): string => {
  switch (encryption.kind) {
    case 'sse-kms':
      return `SSE-KMS under ${encryption.keyArn}, ${encryption.bucketKey ? 'with' : 'without'} a bucket key`;
    case 'dsse-kms':
      return `DSSE-KMS under ${encryption.keyArn}`;
    case 'sse-s3':
      return 'SSE-S3';
    case 'sse-c':
      return 'SSE-C, under a key that only its owner has';
    case 'none':
      return 'none';
    case 'managed-elsewhere':
      return `managed by ${showText(encryption.by)}`;
    default:
      return assertNever(encryption);
  }
};
