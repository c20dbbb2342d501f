import { describe, expect, it } from '@jest/globals';
import {
  type KeyArn,
  keyArnParts,
  parseKeyAlias,
  parseKeyArn,
} from '../../../core/keys/key-arn.ts';

const UUID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const ARN = `arn:aws:kms:eu-west-1:111122223333:key/${UUID}`;
const CHINA = `arn:aws-cn:kms:cn-north-1:111122223333:key/mrk-${UUID.replaceAll('-', '')}`;

describe('the ARN of a key', () => {
  it.each([ARN, CHINA, `arn:aws-us-gov:kms:us-gov-west-1:111122223333:key/A`])('is %s', (text) => {
    expect(parseKeyArn(text)).toBe(text);
  });

  it.each([
    ['an empty text', ''],
    ['a bare key id', UUID],
    ['that of an alias', 'arn:aws:kms:eu-west-1:111122223333:alias/payroll'],
    ['one with something before it', ` ${ARN}`],
    ['one with something after it', `${ARN}\n`],
    ['one with a path', `${ARN}/x`],
    ['one of another service', ARN.replace(':kms:', ':s3:')],
    ['one of no partition of AWS', ARN.replace('arn:aws:', 'arn:gcp:')],
    ['one in capitals', ARN.replace('arn:aws:', 'arn:AWS:')],
    ['one without a Region', ARN.replace('eu-west-1', '')],
    ['one with a Region in capitals', ARN.replace('eu-west-1', 'EU-WEST-1')],
    ['one with an account of eleven digits', ARN.replace('111122223333', '11112222333')],
    ['one with an account of letters', ARN.replace('111122223333', 'abcdefghijkl')],
    ['one without a key id', ARN.replace(UUID, '')],
    ['one with a key id of 129 characters', ARN.replace(UUID, 'a'.repeat(129))],
    ['one with an underscore', ARN.replace(UUID, 'a_b')],
  ])('is not %s', (_title, text) => {
    expect(parseKeyArn(text)).toBeUndefined();
  });

  it('may hold a key id of 128 characters', () => {
    const longest = ARN.replace(UUID, 'a'.repeat(128));
    expect(parseKeyArn(longest)).toBe(longest);
  });

  it('has a Region, an account and a key id', () => {
    expect(keyArnParts(ARN as KeyArn)).toStrictEqual({
      region: 'eu-west-1',
      account: '111122223333',
      keyId: UUID,
    });
  });

  it('has no parts where it is none', () => {
    expect(() => keyArnParts('alias/payroll' as KeyArn)).toThrow(
      'not a KMS key ARN: `alias/payroll`',
    );
  });
});

describe('an alias', () => {
  it.each([
    'alias/payroll',
    'alias/aws/s3',
    'alias/A_b-9',
    'arn:aws:kms:eu-west-1:111122223333:alias/payroll',
    'arn:aws-cn:kms:cn-north-1:111122223333:alias/payroll',
    `alias/${'a'.repeat(250)}`,
  ])('is %s', (text) => {
    expect(parseKeyAlias(text)).toBe(text);
  });

  it.each([
    ['the ARN of a key', ARN],
    ['a name alone', 'payroll'],
    ['an empty name', 'alias/'],
    ['a name that begins with a slash', 'alias//payroll'],
    ['a name with a space', 'alias/pay roll'],
    ['a name of 251 characters', `alias/${'a'.repeat(251)}`],
    ['one with something before it', 'xalias/payroll'],
    ['one with something after it', 'alias/payroll\n'],
    ['one of an account of eleven digits', 'arn:aws:kms:eu-west-1:11112222333:alias/payroll'],
    ['one of an account of letters', 'arn:aws:kms:eu-west-1:abcdefghijkl:alias/payroll'],
    ['one of no Region', 'arn:aws:kms::111122223333:alias/payroll'],
    ['one of another service', 'arn:aws:s3:eu-west-1:111122223333:alias/payroll'],
  ])('is not %s', (_title, text) => {
    expect(parseKeyAlias(text)).toBeUndefined();
  });
});
