// Reading bytes needs the key: KMS must let S3 decrypt, SSE-C needs the customer's key again.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html status: documented
import type { Refused } from '../call.ts';
import { useKeyForS3 } from '../kms/use-key-for-s3.ts';
import { isRefused } from '../result.ts';
import { requesterAccount } from './requester.ts';
import type { S3Scope } from './scope.ts';
import { checkCustomerKey, type CustomerKey } from './sse-c.ts';
import type { StoredEncryption } from './stored-object.ts';

export const checkKmsKey = (scope: S3Scope, encryption: StoredEncryption): Refused | undefined => {
  if (encryption.kind !== 'sse-kms' && encryption.kind !== 'dsse-kms') return undefined;
  const key = useKeyForS3(scope.model, encryption.keyArn, requesterAccount(scope));
  return isRefused(key) ? key : undefined;
};

export const checkDecrypt = (
  scope: S3Scope,
  encryption: StoredEncryption,
  input: CustomerKey,
): Refused | undefined => checkCustomerKey(encryption, input) ?? checkKmsKey(scope, encryption);
