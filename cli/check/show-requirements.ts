import type { Requirements } from '../../core/policy/compiled-policy.ts';

/** What a rule asks, in the words of the policy file. */
export const showRequirements = (require: Requirements): string => {
  const { encryption, kmsKey, keyManager, keyAccount, bucketKey, keyRotation } = require;
  const accounts =
    keyAccount === undefined || keyAccount === 'same' ? keyAccount : keyAccount.join(' or ');
  const asked = [
    ['encryption', encryption?.join(' or ')],
    ['kms-key', kmsKey?.join(' or ')],
    ['key-manager', keyManager],
    ['key-account', accounts],
    ['bucket-key', bucketKey?.toString()],
    ['key-rotation', keyRotation?.toString()],
  ] as const;
  return asked
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
    .join('; ');
};
