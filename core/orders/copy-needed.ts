import { keyArnParts } from '../keys/key-arn.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { Target } from '../policy/compiled-policy.ts';

/**
 * Why UpdateObjectEncryption cannot bring this object under the target, so that only a copy could.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/update-sse-encryption.html
 */
export const copyNeeded = (
  encryption: Encryption,
  target: Target,
  account: string,
): string | undefined => {
  if (encryption.kind === 'none') {
    return 'S3 does not update the encryption of an object that has none';
  }
  if (target.algorithm === 'aws:kms:dsse') {
    return 'S3 does not update an object to DSSE-KMS';
  }
  return keyArnParts(target.keyArn).account === account
    ? undefined
    : 'S3 does not update an object to a key of another account';
};
