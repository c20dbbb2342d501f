import { describe, expect, it } from '@jest/globals';
import { compiledOf, keyArn, PAYROLL, PAYROLL_LOCK, reEncrypting } from './policies.ts';

describe('a compiled policy', () => {
  it('has every alias resolved and every default filled in', () => {
    const { policyHash, ...rest } = compiledOf(PAYROLL, PAYROLL_LOCK);
    expect(policyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(rest).toEqual({
      version: 1,
      rules: [
        {
          id: 'payroll',
          match: {
            buckets: ['payroll'],
            objects: ['s/**'],
            objectTags: { pii: 'true' },
            bucketTags: { team: 'hr' },
          },
          require: {
            encryption: ['aws:kms'],
            kmsKey: [keyArn('aaa')],
            keyAccount: 'same',
            bucketKey: true,
            keyRotation: true,
          },
          onViolation: 're-encrypt',
          target: {
            keyArn: keyArn('aaa'),
            alias: 'alias/payroll',
            algorithm: 'aws:kms',
            bucketKey: true,
          },
          rekeyFrom: [keyArn('bbb')],
          severity: 'low',
          mode: 'enforce',
        },
        {
          id: 'defaults',
          match: {},
          require: { encryption: ['aws:kms'], keyManager: 'customer' },
          onViolation: 'report',
          rekeyFrom: [],
          severity: 'low',
          mode: 'observe',
        },
      ],
      exemptions: [
        {
          id: 'e',
          match: { buckets: ['etl'] },
          reason: 'r',
          owner: 'o',
          ticket: 'T-1',
          expires: '2027-01-31',
        },
        { id: 'f', match: { objects: ['tmp'] }, reason: 'r', owner: 'o', expires: '2027-01-31' },
      ],
      pins: [
        { alias: 'alias/old', keyArn: keyArn('bbb') },
        { alias: 'alias/payroll', keyArn: keyArn('aaa') },
      ],
    });
  });

  it('of nothing but a version asks for a customer managed key, and reports', () => {
    expect(compiledOf('version: 1').rules).toEqual([
      {
        id: 'defaults',
        match: {},
        require: { encryption: ['aws:kms'], keyManager: 'customer' },
        onViolation: 'report',
        rekeyFrom: [],
        severity: 'medium',
        mode: 'observe',
      },
    ]);
  });

  it.each([
    ['is used unless something else is said', '', '', true],
    ['follows what the rule requires', 'bucket-key: false', '', false],
    ['is what the target says', '', ', bucket-key: false', false],
    ['is never used for DSSE-KMS', '', ', encryption: aws:kms:dsse', false],
  ])('the bucket key of a target %s', (_title, require, target, expected) => {
    const text = reEncrypting(
      `require: { key-account: same${require && `, ${require}`} }`,
      'on-violation: re-encrypt-by-copy',
      `target: { kms-key: "${keyArn('aaa')}"${target} }`,
    );
    expect(compiledOf(text).rules[0]?.target?.bucketKey).toBe(expected);
  });

  it('lets a rule inherit what to do and under which key, but never which keys to replace', () => {
    const text = `
version: 1
mode: enforce
defaults:
  require: { key-account: same }
  on-violation: re-encrypt
  target: { kms-key: "${keyArn('aaa')}" }
  rekey-from: ["${keyArn('bbb')}"]
rules:
  - { id: inherits, match: { buckets: [a] } }
  - { id: reports, match: { buckets: [b] }, on-violation: report }
`;
    const shown = compiledOf(text).rules.map((rule) => [
      rule.id,
      rule.require,
      rule.onViolation,
      rule.target?.keyArn,
      rule.rekeyFrom,
      rule.mode,
    ]);
    const require = { keyAccount: 'same' };
    expect(shown).toEqual([
      ['inherits', require, 're-encrypt', keyArn('aaa'), [], 'enforce'],
      ['reports', require, 'report', undefined, [], 'enforce'],
      ['defaults', require, 're-encrypt', keyArn('aaa'), [keyArn('bbb')], 'enforce'],
    ]);
  });

  it('takes the require of a rule whole, and merges nothing', () => {
    const text =
      'version: 1\ndefaults: { require: { bucket-key: true } }\nrules: [{ id: r, match: { buckets: [b] }, require: { encryption: [AES256] } }]';
    expect(compiledOf(text).rules[0]?.require).toEqual({ encryption: ['AES256'] });
  });
});
