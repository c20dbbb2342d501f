import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KeyAlias, KeyArn } from '../../../core/keys/key-arn.ts';
import {
  EMPTY_LOCK,
  parsePolicyLock,
  pinAliases,
  serialisePolicyLock,
  type LockPin,
} from '../../../core/policy/policy-lock.ts';
import { ACCOUNT, keyArn, lockOf, OTHER_ACCOUNT, REGION } from './policies.ts';

const pin = (alias: string, id: string, account = ACCOUNT, region = REGION): LockPin => ({
  account,
  region,
  alias: alias as KeyAlias,
  keyArn: keyArn(id, { account, region }) as KeyArn,
});

describe('the lock file', () => {
  it('is read as it was written', () => {
    const lock = pinAliases(EMPTY_LOCK, [pin('alias/b', 'bbb'), pin('alias/a', 'aaa')]);
    expect(parsePolicyLock(serialisePolicyLock(lock), 'lock.json')).toEqual({ kind: 'lock', lock });
  });

  it('is laid out for people to review', () => {
    expect(serialisePolicyLock(lockOf([['alias/payroll', 'aaa']]))).toBe(
      [
        '{',
        '  "version": 1,',
        '  "pins": [',
        '    {',
        '      "account": "111122223333",',
        '      "region": "eu-west-1",',
        '      "alias": "alias/payroll",',
        '      "keyArn": "arn:aws:kms:eu-west-1:111122223333:key/aaa"',
        '    }',
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(() => parsePolicyLock(text, 'lock.json')).not.toThrow();
      }),
    );
  });
});

describe('pinning', () => {
  it('replaces the pin of the same alias, account and Region, and no other', () => {
    const others = [
      pin('alias/a', 'other-account', OTHER_ACCOUNT),
      pin('alias/a', 'other-region', ACCOUNT, 'us-east-1'),
      pin('alias/b', 'other-alias'),
    ];
    const lock = pinAliases(EMPTY_LOCK, [...others, pin('alias/a', 'old')]);
    const again = pinAliases(lock, [pin('alias/a', 'new')]);
    expect(again.pins.map((one) => one.keyArn.split('/')[1])).toEqual([
      'new',
      'other-alias',
      'other-region',
      'other-account',
    ]);
  });

  it('gives the same bytes in whatever order the pins come', () => {
    const pins = fc.uniqueArray(
      fc.record({
        alias: fc.constantFrom('alias/a', 'alias/b', 'alias/a/b'),
        region: fc.constantFrom('eu-west-1', 'us-east-1'),
        account: fc.constantFrom(ACCOUNT, OTHER_ACCOUNT),
      }),
      { selector: ({ alias, region, account }) => `${alias} ${region} ${account}` },
    );
    fc.assert(
      fc.property(pins, (list) => {
        const made = list.map(({ alias, region, account }) => pin(alias, 'k', account, region));
        const one = serialisePolicyLock(pinAliases(EMPTY_LOCK, made));
        expect(serialisePolicyLock(pinAliases(EMPTY_LOCK, made.toReversed()))).toBe(one);
      }),
    );
  });
});
