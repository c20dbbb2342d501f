import { accountOfKey, parseKeyReference } from '../key-reference.ts';
import type { RequireContent } from '../schema/require-schema.ts';
import type { TargetContent } from '../schema/target-schema.ts';
import { listed, quoted } from '../document/words.ts';

type Unmet = {
  readonly requirement: keyof RequireContent;
  readonly field: keyof TargetContent; // of the target
  readonly message: string;
};

/** The requirements that an object would still break after it was re-encrypted, as far as the file alone tells. */
export const unmetByTarget = (require: RequireContent, target: TargetContent): readonly Unmet[] => {
  const { 'kms-key': key, encryption = 'aws:kms', 'bucket-key': bucketKey } = target;
  const unmet: Unmet[] = [];
  if (require.encryption !== undefined && !require.encryption.includes(encryption)) {
    const message = `\`encryption\` must be ${listed(require.encryption)}, the target makes \`${encryption}\``;
    unmet.push({ requirement: 'encryption', field: 'encryption', message });
  }
  const keys = require['kms-key'];
  if (keys !== undefined && !keys.some((allowed) => couldBe(allowed, key))) {
    const message = `\`kms-key\` must be ${listed(keys)}, the target is ${quoted(key)}`;
    unmet.push({ requirement: 'kms-key', field: 'kms-key', message });
  }
  if (require['key-manager'] === 'aws') {
    const message = '`key-manager` must be `aws`, a target is always customer managed';
    unmet.push({ requirement: 'key-manager', field: 'kms-key', message });
  }
  const accounts = require['key-account'];
  const account = accountOfKey(key);
  if (Array.isArray(accounts) && account !== undefined && !accounts.includes(account)) {
    const message = `\`key-account\` must be ${listed(accounts)}, the target's is \`${account}\``;
    unmet.push({ requirement: 'key-account', field: 'kms-key', message });
  }
  const wanted = require['bucket-key'];
  if (encryption === 'aws:kms' && wanted !== undefined && (bucketKey ?? wanted) !== wanted) {
    const message = `\`bucket-key\` must be \`${wanted}\`, the target says \`${bucketKey}\``;
    unmet.push({ requirement: 'bucket-key', field: 'bucket-key', message });
  }
  return unmet;
};

/** An alias and an ARN may name the same key: that is for the lock file to tell. */
const couldBe = (allowed: string, key: string): boolean =>
  allowed === key || parseKeyReference(allowed)?.kind !== parseKeyReference(key)?.kind;
