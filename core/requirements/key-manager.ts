import { keyArnParts } from '../keys/key-arn.ts';
import { kmsKeyOf } from '../objects/encryption.ts';
import type { Answer, Subject } from './requirement.ts';

/**
 * The object's key is managed by the customer (or by AWS).
 * AWS managed keys cannot be used from another account, so a foreign key is a customer's even where
 * DescribeKey on it is denied. https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#aws-managed-key
 */
export const keyManagerRequirement = (
  { encryption, account, key }: Subject,
  wanted: 'customer' | 'aws',
): Answer => {
  const arn = kmsKeyOf(encryption);
  if (arn === undefined) {
    return { requirement: 'key-manager', expected: [wanted], found: encryption.kind };
  }
  const manager =
    key?.kind === 'key'
      ? key.manager
      : keyArnParts(arn).account === account
        ? undefined
        : 'customer';
  if (manager === undefined) {
    const words = key?.kind === 'key-unreadable' ? { words: key.words } : {};
    return { requirement: 'key-manager', cause: 'key-unreadable', ...words };
  }
  return manager === wanted
    ? undefined
    : { requirement: 'key-manager', expected: [wanted], found: manager };
};
