import { describe, expect, it } from '@jest/globals';
import { isUsableByS3 } from '../../../core/keys/key-facts.ts';
import { pinFlaws } from '../../../core/keys/pin-flaws.ts';
import { makeKey } from '../../made/facts.ts';

describe('S3 can use a key', () => {
  it.each([
    ['that is enabled and symmetric', {}, true],
    ['of AWS', { manager: 'aws' }, true],
    ['not that is disabled', { state: 'Disabled' }, false],
    ['not that is to be deleted', { state: 'PendingDeletion' }, false],
    ['not that is asymmetric', { spec: 'RSA_2048' }, false],
    ['not that signs', { usage: 'SIGN_VERIFY' }, false],
  ] as const)('%s', (_title, facts, usable) => {
    expect(isUsableByS3(makeKey('k', facts))).toBe(usable);
  });
});

const SPEC = 'its spec is `RSA_2048`, and S3 takes only `SYMMETRIC_DEFAULT`';
const USAGE = 'its usage is `SIGN_VERIFY`, and S3 takes only `ENCRYPT_DECRYPT`';
const DISABLED = 'its state is `Disabled`';
const OF_AWS = 'it is an AWS managed key, which cannot be a target';

describe('what speaks against a key in a policy', () => {
  it.each([
    ['nothing', {}, true, [], []],
    ['its spec', { spec: 'RSA_2048' }, false, [SPEC], []],
    ['its usage', { usage: 'SIGN_VERIFY' }, false, [USAGE], []],
    ['its state, as a target', { state: 'Disabled' }, true, [DISABLED], []],
    ['nothing but a note on its state, elsewhere', { state: 'Disabled' }, false, [], [DISABLED]],
    ['that it is of AWS, as a target', { manager: 'aws' }, true, [OF_AWS], []],
    ['nothing in that elsewhere', { manager: 'aws' }, false, [], []],
    [
      'all of it at once',
      { spec: 'RSA_2048', usage: 'SIGN_VERIFY', manager: 'aws', state: 'Disabled' },
      true,
      [SPEC, USAGE, OF_AWS, DISABLED],
      [],
    ],
  ] as const)('is %s', (_title, facts, isTarget, flaws, notes) => {
    expect(pinFlaws(makeKey('k', facts), isTarget)).toStrictEqual({ flaws, notes });
  });
});
