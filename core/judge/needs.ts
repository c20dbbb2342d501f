import { keyArnParts } from '../keys/key-arn.ts';
import { kmsKeyOf } from '../objects/encryption.ts';
import type { Reading } from '../objects/object-facts.ts';
import type { Policy } from '../policy/load-policy.ts';
import { findRule } from './find-rule.ts';
import type { Known, Need } from './known.ts';

/**
 * What else must be read before this object can be judged; empty when nothing is missing.
 * INVARIANT: an object whose governing rule asks neither tags nor key facts needs nothing beyond its HEAD.
 */
export const needs = (policy: Policy, reading: Reading, known: Known): readonly Need[] => {
  if (reading.kind !== 'object') {
    return [];
  }
  const found = findRule(policy, reading, known);
  if (found.kind !== 'rule') {
    return found.kind === 'needs' ? found.needs : [];
  }
  const arn = kmsKeyOf(reading.encryption);
  if (arn === undefined) {
    return [];
  }
  const { keyManager, keyRotation } = found.rule.require;
  const ownKey = keyArnParts(arn).account === known.account; // a foreign key's manager is known without asking
  return [
    ...(keyManager !== undefined && ownKey && known.key === undefined ? (['key'] as const) : []),
    ...(keyRotation === true && known.rotation === undefined ? (['rotation'] as const) : []),
  ];
};
