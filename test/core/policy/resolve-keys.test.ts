import { expect, it } from '@jest/globals';
import { pinAliases } from '../../../core/policy/policy-lock.ts';
import type { CompileFor } from '../../../core/policy/resolve-keys.ts';
import {
  ACCOUNT,
  compiledOf,
  keyArn,
  lockOf,
  OTHER_ACCOUNT,
  REGION,
  reEncrypting,
} from './policies.ts';

it('alias names are resolved in the account and Region compiled for, alias ARNs in their own', () => {
  const lock = [
    lockOf([['alias/a', 'here']]),
    lockOf([['alias/a', 'other-account']], { account: OTHER_ACCOUNT }),
    lockOf([['alias/a', 'other-region']], { region: 'us-east-1' }),
  ].reduce((all, one) => pinAliases(all, one.pins));
  const text = reEncrypting(
    `require: { kms-key: [alias/a, "arn:aws:kms:us-east-1:${ACCOUNT}:alias/a"] }`,
  );
  const keys = (where: CompileFor) => compiledOf(text, lock, where).rules[0]?.require.kmsKey;
  const elsewhere = keyArn('other-region', { region: 'us-east-1' });
  expect(keys({ region: REGION, account: ACCOUNT })).toEqual([keyArn('here'), elsewhere]);
  expect(keys({ region: REGION, account: OTHER_ACCOUNT })).toEqual([
    keyArn('other-account', { account: OTHER_ACCOUNT }),
    elsewhere,
  ]);
  expect(keys({ region: 'us-east-1' })).toEqual([elsewhere, elsewhere]);
});
