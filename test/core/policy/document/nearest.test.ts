import { expect, it } from '@jest/globals';
import { nearest } from '../../../../core/policy/document/nearest.ts';

const FIELDS = [
  'id',
  'match',
  'require',
  'on-violation',
  'target',
  'rekey-from',
  'severity',
  'mode',
];

it.each([
  ['mathc', 'match'],
  ['requires', 'require'],
  ['onViolation', 'on-violation'],
  ['on_violation', 'on-violation'],
  ['SEVERITY', 'severity'],
  ['rekeyfrom', 'rekey-from'],
  ['description', undefined],
  ['x', undefined],
  ['m'.repeat(1000), undefined],
])('%s is probably meant for %s', (typed, meant) => {
  expect(nearest(typed, FIELDS)).toBe(meant);
});
