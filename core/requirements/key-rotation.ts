import { kmsKeyOf } from '../objects/encryption.ts';
import type { Answer, Subject } from './requirement.ts';

/**
 * Automatic rotation is on for the object's key. A property of the key: re-encrypting mends it only by
 * choosing another key. https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
 */
export const keyRotationRequirement = ({ encryption, rotation }: Subject): Answer => {
  if (kmsKeyOf(encryption) === undefined) {
    return { requirement: 'key-rotation', expected: ['on'], found: encryption.kind };
  }
  if (rotation?.kind !== 'rotation') {
    const words = rotation === undefined ? {} : { words: rotation.words };
    return { requirement: 'key-rotation', cause: 'rotation-unreadable', ...words };
  }
  return rotation.enabled
    ? undefined
    : { requirement: 'key-rotation', expected: ['on'], found: 'off' };
};
