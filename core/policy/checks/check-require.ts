import type { Complaint } from '../document/complaint.ts';
import type { EffectiveRule } from '../effective-rules.ts';
import { accountOfKey, isAwsManagedAlias } from '../key-reference.ts';
import { listed } from '../document/words.ts';

const OF_KMS_KEYS = ['kms-key', 'key-manager', 'key-account', 'key-rotation'] as const;

/** Requirements that no object can meet together: the rule would only ever find violations. */
export const checkRequire = ({ require, said }: EffectiveRule): readonly Complaint[] => {
  const complaints: Complaint[] = [];
  const contradiction = (path: readonly (string | number)[], message: string): void => {
    const code = 'contradictory-require';
    complaints.push({ code, path: [...said.require, ...path], message });
  };
  const { encryption = [], 'kms-key': keys = [], 'key-account': accounts } = require;
  const asked = OF_KMS_KEYS.filter((field) => require[field] !== undefined);
  const aes = encryption.indexOf('AES256');
  if (aes >= 0 && asked.length > 0) {
    const message = `\`AES256\` can never hold together with ${listed(asked)}: SSE-S3 has no KMS key`;
    contradiction(['encryption', aes], message);
  }
  if (require['bucket-key'] === true && encryption.join() === 'aws:kms:dsse') {
    contradiction(['bucket-key'], '`aws:kms:dsse` has no bucket keys, so none can be required');
  }
  const ofAws = keys.length > 0 && keys.every(isAwsManagedAlias);
  if (ofAws && require['key-manager'] === 'customer') {
    contradiction(
      ['key-manager'],
      'all of `kms-key` are AWS managed keys, none is customer managed',
    );
  }
  if (
    Array.isArray(accounts) &&
    keys.length > 0 &&
    keys.every((key) => isElsewhere(key, accounts))
  ) {
    contradiction(['key-account'], `no key of \`kms-key\` is in ${listed(accounts)}`);
  }
  return complaints;
};

const isElsewhere = (key: string, accounts: readonly string[]): boolean => {
  const account = accountOfKey(key);
  return account !== undefined && !accounts.includes(account);
};
