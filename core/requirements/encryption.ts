import { assertNever } from '../assert-never.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { SseAlgorithm } from '../policy/compiled-policy.ts';
import type { Answer, Subject } from './requirement.ts';

/** The `x-amz-server-side-encryption` value that the object answers to, or the name of what it has instead. */
export const algorithmOf = (
  encryption: Encryption,
): SseAlgorithm | 'sse-c' | 'none' | 'managed-elsewhere' => {
  switch (encryption.kind) {
    case 'sse-s3':
      return 'AES256';
    case 'sse-kms':
      return 'aws:kms';
    case 'dsse-kms':
      return 'aws:kms:dsse';
    case 'sse-c': // an object under a customer-provided key is decided here: no rule can list it
    case 'none':
    case 'managed-elsewhere':
      return encryption.kind;
    default:
      return assertNever(encryption);
  }
};

/** The object is encrypted in one of the listed ways. */
export const encryptionRequirement = (
  { encryption }: Subject,
  allowed: readonly SseAlgorithm[],
): Answer => {
  const found = algorithmOf(encryption);
  return allowed.some((algorithm) => algorithm === found)
    ? undefined
    : { requirement: 'encryption', expected: allowed, found };
};
