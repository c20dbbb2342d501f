import { expect, it } from '@jest/globals';
import { median } from './median.ts';

it.each([
  [[], undefined],
  [[7], 7],
  [[10, 9, 100], 10],
  [[4, 1, 3, 2], 2.5],
] as const)('the median of %j is %s', (values, expected) => {
  expect(median(values)).toBe(expected);
});
