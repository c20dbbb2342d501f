import { describe, expect, it } from '@jest/globals';
import type { KeyAlias, KeyArn } from '../../../../core/keys/key-arn.ts';
import { formatPolicyError } from '../../../../core/policy/policy-error.ts';
import { parsePolicyLock, type LockPin } from '../../../../core/policy/policy-lock.ts';
import { ACCOUNT, keyArn, OTHER_ACCOUNT, REGION } from '../policies.ts';

const pin = (alias: string, id: string, account = ACCOUNT, region = REGION): LockPin => ({
  account,
  region,
  alias: alias as KeyAlias,
  keyArn: keyArn(id, { account, region }) as KeyArn,
});

const errorsOf = (text: string): readonly (readonly [string, string])[] => {
  const parsed = parsePolicyLock(text, 'lock.json');
  return parsed.kind === 'lock'
    ? []
    : parsed.errors.map((error) => [error.code, formatPolicyError(error)]);
};

const lockWith = (changes: object): string =>
  JSON.stringify({ version: 1, pins: [{ ...pin('alias/a', 'aaa'), ...changes }] }, undefined, 2);

describe('a lock file', () => {
  it.each([
    ['nothing', '', 'empty-file', '1:1: the file is empty (write it with `sealward policy pin`)'],
    [
      'no JSON',
      '{ "version": 1, "pins": []',
      'yaml-syntax',
      '1:1: `{` is not closed, expected `}`',
    ],
    [
      'a merge conflict',
      `{\n${'<'.repeat(7)} HEAD\n`,
      'yaml-syntax',
      '2:1: a merge conflict starts here (keep one of the two sides, and remove the marks)',
    ],
    [
      'another version',
      '{ "version": 2, "pins": [] }',
      'unknown-version',
      '1:14: unknown version `2`, known: `1`',
    ],
    [
      'no pins',
      '{ "version": 1 }',
      'missing-field',
      '1:1: missing field `pins` (the keys that aliases are pinned to)',
    ],
    [
      'an unknown field',
      lockWith({ note: 'x' }),
      'unknown-field',
      '9:7: unknown field `note` in `pins[0]`, expected one of `account`, `region`, `alias`, `keyArn`',
    ],
    [
      'an account that is none',
      lockWith({ account: '1' }),
      'bad-account',
      '5:18: `1` is not an account id of 12 digits',
    ],
    ['no Region', lockWith({ region: '' }), 'empty-text', '6:17: `region` says nothing'],
    [
      'an alias ARN as name',
      lockWith({ alias: `arn:aws:kms:${REGION}:${ACCOUNT}:alias/a` }),
      'bad-key',
      `7:16: \`arn:aws:kms:${REGION}:${ACCOUNT}:alias/a\` is not an alias name such as \`alias/payroll\``,
    ],
    [
      'an alias as key',
      lockWith({ keyArn: 'alias/a' }),
      'bad-key',
      '8:17: `alias/a` is an alias, expected the ARN of the key itself',
    ],
    [
      'a bare key id',
      lockWith({ keyArn: '1234abcd-12ab-34cd-56ef-1234567890ab' }),
      'bare-key-id',
      '8:17: `1234abcd-12ab-34cd-56ef-1234567890ab` is a key id, which does not say its account and Region (give the key ARN or an alias)',
    ],
    [
      'a key of another Region',
      lockWith({ keyArn: keyArn('a', { region: 'us-east-1' }) }),
      'bad-pin',
      '8:17: the key of `alias/a` is not in account `111122223333` and Region `eu-west-1`, where the alias is (pin it again with `sealward policy pin`)',
    ],
    [
      'a key of another account',
      lockWith({ keyArn: keyArn('a', { account: OTHER_ACCOUNT }) }),
      'bad-pin',
      '8:17: the key of `alias/a` is not in account `111122223333` and Region `eu-west-1`, where the alias is (pin it again with `sealward policy pin`)',
    ],
    [
      'an alias pinned twice',
      JSON.stringify(
        { version: 1, pins: [pin('alias/a', 'aaa'), pin('alias/a', 'bbb')] },
        undefined,
        2,
      ),
      'duplicate-pin',
      '13:16: `alias/a` is pinned twice for account `111122223333` and Region `eu-west-1`',
    ],
  ])('with %s is refused', (_title, text, code, shown) => {
    expect(errorsOf(text)).toEqual([[code, `lock.json:${shown}`]]);
  });
});
