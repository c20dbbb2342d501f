import { expect, it } from '@jest/globals';
import { checkRequirements } from '../../../core/requirements/check-requirements.ts';
import { isUndecided } from '../../../core/requirements/requirement.ts';
import { ACCOUNT, keyArn, makeKey, sseKms } from '../../made/facts.ts';

const EVERY = {
  encryption: ['aws:kms'],
  kmsKey: [keyArn('k1')],
  keyAccount: 'same',
  keyManager: 'customer',
  bucketKey: true,
  keyRotation: true,
} as const;

it('asks nothing where nothing is required', () => {
  expect(checkRequirements({ encryption: { kind: 'none' }, account: ACCOUNT }, {})).toEqual([]);
});

it('asks each requirement in one order, and answers only what is not met', () => {
  const nothing = { encryption: { kind: 'none' }, account: ACCOUNT } as const;
  expect(checkRequirements(nothing, EVERY).map(({ requirement }) => requirement)).toEqual([
    'encryption',
    'kms-key',
    'key-manager',
    'key-account',
    'key-rotation',
  ]);
  const met = {
    encryption: sseKms('k1'),
    account: ACCOUNT,
    key: makeKey('k1'),
    rotation: { kind: 'rotation', enabled: true },
  } as const;
  expect(checkRequirements(met, EVERY)).toEqual([]);
  expect(checkRequirements({ ...met, encryption: sseKms('k1', false) }, EVERY)).toEqual([
    { requirement: 'bucket-key', expected: ['true'], found: 'false' },
  ]);
});

it('tells what fails from what could not be decided', () => {
  const unread = { encryption: sseKms('k2'), account: ACCOUNT };
  const answers = checkRequirements(unread, EVERY);
  expect(answers.map((answer) => [answer.requirement, isUndecided(answer)])).toEqual([
    ['kms-key', false],
    ['key-manager', true],
    ['key-rotation', true],
  ]);
});
