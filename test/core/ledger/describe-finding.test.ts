import { describe, expect, it } from '@jest/globals';
import { describeFinding } from '../../../core/ledger/describe-finding.ts';

describe('describeFinding', () => {
  it.each([
    [
      'encryption',
      ['aws:kms', 'aws:kms:dsse'],
      'sse-c',
      'is encrypted with `sse-c`, expected one of `aws:kms`, `aws:kms:dsse`',
    ],
    ['encryption', ['aws:kms'], 'none', 'is not encrypted, expected `aws:kms`'],
    ['kms-key', ['k1'], 'k2', 'is under key `k2`, expected `k1`'],
    ['kms-key', ['k1'], 'sse-s3', 'is encrypted with `sse-s3`, expected key `k1`'],
    ['key-manager', ['customer'], 'aws', 'is under a key managed by `aws`, expected `customer`'],
    ['key-manager', ['customer'], 'none', 'is not encrypted, expected a key managed by `customer`'],
    ['key-account', ['1'], '2', 'is under a key of account `2`, expected `1`'],
    ['bucket-key', ['true'], 'false', 'has bucket key `false`, expected `true`'],
    ['key-rotation', ['on'], 'off', 'is under a key with rotation `off`, expected `on`'],
    [
      'kms-key',
      ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
      'h',
      'is under key `h`, expected one of `a`, `b`, `c`, `d`, `e` and 2 more',
    ],
  ] as const)('says of %s, expected %j and found %s: %s', (requirement, expected, found, text) => {
    expect(describeFinding({ requirement, expected, found })).toBe(text);
  });

  it('calls the encryption what HEAD calls it, where that is known', () => {
    const finding = { requirement: 'encryption', expected: ['aws:kms'], found: 'AES256' } as const;
    expect(describeFinding(finding, { kind: 'sse-s3' })).toBe(
      'is encrypted with `sse-s3`, expected `aws:kms`',
    );
  });
});
