import { expect, it } from '@jest/globals';
import { lockInForce } from '../../../core/copies/lock-in-force.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const LATER = new Date('2026-11-24T12:00:01Z');

it.each([
  ['no lock', undefined, undefined],
  [
    'a retention',
    { mode: 'COMPLIANCE', retainUntil: LATER, legalHold: false },
    { mode: 'COMPLIANCE', retainUntil: LATER, legalHold: false },
  ],
  [
    'nothing of a retention that is over',
    { mode: 'GOVERNANCE', retainUntil: NOW, legalHold: false },
    undefined,
  ],
  [
    'a legal hold beyond its retention',
    { mode: 'GOVERNANCE', retainUntil: NOW, legalHold: true },
    { legalHold: true },
  ],
  ['a legal hold', { legalHold: true }, { legalHold: true }],
  ['nothing of a mode without a date', { mode: 'GOVERNANCE', legalHold: false }, undefined],
  ['nothing of a date without a mode', { retainUntil: LATER, legalHold: false }, undefined],
  [
    'a legal hold beside half a retention',
    { mode: 'GOVERNANCE', legalHold: true },
    { legalHold: true },
  ],
  ['no legal hold that is off', { legalHold: false }, undefined],
] as const)('keeps %s', (_title, lock, expected) => {
  expect(lockInForce(lock, NOW)).toStrictEqual(expected);
});
