import type { Requirements } from '../policy/compiled-policy.ts';
import { bucketKeyRequirement } from './bucket-key.ts';
import { encryptionRequirement } from './encryption.ts';
import { keyAccountRequirement } from './key-account.ts';
import { keyManagerRequirement } from './key-manager.ts';
import { keyRotationRequirement } from './key-rotation.ts';
import { kmsKeyRequirement } from './kms-key.ts';
import type { Answer, Subject } from './requirement.ts';

/** Every requirement that is asked, in the order in which a violation is named after them. */
export const checkRequirements = (
  subject: Subject,
  asked: Requirements,
): readonly NonNullable<Answer>[] =>
  [
    asked.encryption && encryptionRequirement(subject, asked.encryption),
    asked.kmsKey && kmsKeyRequirement(subject, asked.kmsKey),
    asked.keyManager && keyManagerRequirement(subject, asked.keyManager),
    asked.keyAccount && keyAccountRequirement(subject, asked.keyAccount),
    asked.bucketKey === undefined ? undefined : bucketKeyRequirement(subject, asked.bucketKey),
    asked.keyRotation && keyRotationRequirement(subject),
  ].filter((answer) => answer !== undefined);
