import type { EncryptWith } from '../copies/copy-task.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { Target } from '../policy/compiled-policy.ts';

/** How a restored object would be encrypted: what S3 is asked for, and what a HEAD would say then. */
export type Restorable = { readonly with: EncryptWith; readonly becomes: Encryption };

/**
 * The encryption that an object had, asked for again; `undefined` where nobody but its owner or another service can.
 * What had none gets SSE-S3: S3 writes nothing unencrypted any more.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html
 */
export const asItWas = (encryption: Encryption): Restorable | undefined => {
  switch (encryption.kind) {
    case 'sse-s3':
    case 'none':
      return { with: { algorithm: 'AES256' }, becomes: { kind: 'sse-s3' } };
    case 'sse-kms': {
      const { keyArn, bucketKey } = encryption;
      return { with: { algorithm: 'aws:kms', keyArn, bucketKey }, becomes: encryption };
    }
    case 'dsse-kms': {
      const { keyArn } = encryption;
      return { with: { algorithm: 'aws:kms:dsse', keyArn, bucketKey: false }, becomes: encryption };
    }
    case 'sse-c':
    case 'managed-elsewhere':
      return undefined;
    default:
      return encryption satisfies never;
  }
};

export const underTarget = ({ algorithm, keyArn, bucketKey }: Target): Restorable => ({
  with: { algorithm, keyArn, bucketKey },
  becomes:
    algorithm === 'aws:kms' ? { kind: 'sse-kms', keyArn, bucketKey } : { kind: 'dsse-kms', keyArn },
});
