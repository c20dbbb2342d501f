import { keyArnParts } from '../keys/key-arn.ts';
import { kmsKeyOf } from '../objects/encryption.ts';
import type { Answer, Subject } from './requirement.ts';

/** The object's key lives in the bucket owner's account (`same`), or in one of the listed accounts. */
export const keyAccountRequirement = (
  { encryption, account }: Subject,
  wanted: 'same' | readonly string[],
): Answer => {
  const allowed = wanted === 'same' ? [account] : wanted;
  const arn = kmsKeyOf(encryption);
  const found = arn === undefined ? encryption.kind : keyArnParts(arn).account;
  return allowed.includes(found)
    ? undefined
    : { requirement: 'key-account', expected: allowed, found };
};
