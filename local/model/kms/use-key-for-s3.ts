// Whether S3 may encrypt and decrypt with a key now, in the words in which S3 passes KMS's answer on.
// https://docs.aws.amazon.com/AmazonS3/latest/developerguide/ErrorResponses.html status: documented
// https://docs.aws.amazon.com/kms/latest/developerguide/key-state.html status: documented
import { isRefused, refuse } from '../result.ts';
import type { Refused } from '../call.ts';
import type { AwsModel } from '../state.ts';
import { findKey } from './key-reference.ts';
import type { KmsKey } from './kms-key.ts';

const STATE_WORDS: Readonly<Record<string, string>> = {
  PendingDeletion: 'is pending deletion.',
  PendingImport: 'is pending import.',
  Unavailable: 'is unavailable.',
};

const mayUse = (key: KmsKey, account: string): boolean =>
  (key.account === account || key.sharedWith.includes(account)) &&
  !key.denied.includes('Cryptography');

const checkUsable = (key: KmsKey): Refused | undefined => {
  if (key.state === 'Disabled') {
    return refuse(400, 'KMS.DisabledException', `${key.arn} is disabled.`);
  }
  if (key.state !== 'Enabled') {
    const words = STATE_WORDS[key.state] ?? `is in state ${key.state}.`;
    return refuse(400, 'KMS.KMSInvalidStateException', `${key.arn} ${words}`);
  }
  // S3 takes symmetric encryption keys only.
  return key.spec === 'SYMMETRIC_DEFAULT' && key.usage === 'ENCRYPT_DECRYPT'
    ? undefined
    : refuse(
        400,
        'KMS.InvalidKeyUsageException',
        `${key.arn} key usage is ${key.usage} and key spec is ${key.spec}, which this operation does not support`,
      );
};

/** `account` is the requester's: S3 calls KMS in its name. */
export const useKeyForS3 = (
  model: AwsModel,
  reference: string,
  account: string,
): KmsKey | Refused => {
  const key = findKey(model, reference, account);
  if (isRefused(key)) return { ...key, code: `KMS.${key.code}` };
  if (!mayUse(key, account)) return refuse(403, 'AccessDenied', 'Access Denied');
  return checkUsable(key) ?? key;
};
