import { describe, expect, it } from '@jest/globals';
import { chosenOrNothing, readChosen } from '../../../scripts/osls-plugin/chosen.ts';
import { SETTINGS } from './settings.ts';

const ROLE = 'arn:aws:iam::111122223333:role/teams/security,red';
const SESSION = 'arn:aws-us-gov:sts::111122223333:assumed-role/security/ann@example.com';

describe('what a deployer chose', () => {
  it('is nothing unless said', () => {
    expect(readChosen(SETTINGS)).toEqual({
      copyBuckets: [],
      quarantineBuckets: [],
      releasePrincipals: [],
      breakerOrdersPerHour: '',
    });
  });

  it.each([
    ['payroll', ['payroll']],
    [' payroll-* , a?c,, payroll-*', ['a?c', 'payroll-*']],
    ['*', ['*']],
    ['Old_Bucket.us-east-1', ['Old_Bucket.us-east-1']],
    [123456789, ['123456789']],
  ])('are the buckets of `%s`', (copyBuckets, patterns) => {
    expect(readChosen({ ...SETTINGS, copyBuckets }).copyBuckets).toEqual(patterns);
  });

  it.each([
    ['arn:aws:s3:::payroll', 'write the name of the bucket alone, without ARN'],
    ['payroll,s3://archive', 'write the name of the bucket alone, without ARN'],
    ['payroll/*', 'write the name of the bucket alone, without ARN'],
    ['pay roll', 'use letters, digits'],
    ['${AWS::AccountId}', 'use letters, digits'],
    ['-payroll', 'use letters, digits'],
    ['payroll.', 'use letters, digits'],
    ['a'.repeat(256), 'use letters, digits'],
  ])('cannot be the bucket `%s`', (quarantineBuckets, help) => {
    const read = () => readChosen({ ...SETTINGS, quarantineBuckets });
    expect(read).toThrow('`--param quarantineBuckets`: `');
    expect(read).toThrow(help);
  });

  it.each([
    ['', '', ''],
    ['payroll', '', '10000'],
    ['payroll', '50', '50'],
    ['', '50', '50'],
  ])('breaks the circuit: copies in `%s`, orders `%s`', (copyBuckets, given, orders) => {
    const chosen = readChosen({ ...SETTINGS, copyBuckets, breakerOrdersPerHour: given });
    expect(chosen.breakerOrdersPerHour).toBe(orders);
  });

  it.each([
    [
      { breakerOrdersPerHour: '0' },
      '`--param breakerOrdersPerHour` is `0`, expected a whole number from 1',
    ],
    [{ breakerOrdersPerHour: 'many' }, 'is `many`, expected a whole number'],
    [{ largestCopyBytes: '5368709121' }, '`--param largestCopyBytes` is `5368709121`, expected'],
    [{ copyPartBytes: 1024 }, 'is `1024`, expected a whole number from 5242880 to 5368709120'],
    [{ copyPartBytes: '1e9' }, 'is `1e9`, expected a whole number'],
  ])('cannot be the number in %j', (given, words) => {
    expect(() => readChosen({ ...SETTINGS, ...given })).toThrow(words);
  });

  it('are principals, commas in their names and all', () => {
    const releasePrincipals = `${ROLE}, ${SESSION},arn:aws:iam::111122223333:root,`;
    expect(readChosen({ ...SETTINGS, releasePrincipals }).releasePrincipals).toEqual([
      ROLE,
      SESSION,
      'arn:aws:iam::111122223333:root',
    ]);
  });

  it.each(['*', '111122223333', 'arn:aws:iam::111122223333:role/*', 'arn:aws:iam::1:root', 'ann'])(
    'cannot be the principal `%s`',
    (releasePrincipals) => {
      expect(() => readChosen({ ...SETTINGS, releasePrincipals })).toThrow(
        `\`${releasePrincipals}\` is no ARN of an IAM role, user or account: write for instance`,
      );
    },
  );

  it('is nothing to a command that packages nothing, where it cannot be', () => {
    expect(chosenOrNothing({ ...SETTINGS, copyBuckets: '/' })).toEqual(readChosen(SETTINGS));
  });
});
