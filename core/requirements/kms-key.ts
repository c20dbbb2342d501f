import type { KeyArn } from '../keys/key-arn.ts';
import { kmsKeyOf } from '../objects/encryption.ts';
import type { Answer, Subject } from './requirement.ts';

/** The object's key is one of the listed ones: whole ARNs, compared for equality, case and all. */
export const kmsKeyRequirement = ({ encryption }: Subject, allowed: readonly KeyArn[]): Answer => {
  const found = kmsKeyOf(encryption);
  return found !== undefined && allowed.includes(found)
    ? undefined
    : { requirement: 'kms-key', expected: allowed, found: found ?? encryption.kind };
};
