import { expect, it } from '@jest/globals';
import { aliasesOf } from '../../../core/policy/aliases-of.ts';
import { fileOf, keyArn } from './policies.ts';

it('every alias is named once, wherever the policy uses it, and ARNs of keys are not', () => {
  const file = fileOf(`
version: 1
defaults:
  require: { kms-key: [alias/d, alias/a] }
  rekey-from: [alias/old]
rules:
  - id: r
    match: { buckets: [b] }
    require: { kms-key: [alias/a, "${keyArn('aaa')}", "arn:aws:kms:us-east-1:111122223333:alias/a"] }
    on-violation: re-encrypt
    target: { kms-key: alias/a }
`);
  expect(aliasesOf(file)).toEqual([
    'alias/a',
    'alias/d',
    'alias/old',
    'arn:aws:kms:us-east-1:111122223333:alias/a',
  ]);
});
