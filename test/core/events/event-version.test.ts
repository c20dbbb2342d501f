import { expect, it } from '@jest/globals';
import { isKnownMajor } from '../../../core/events/event-version.ts';

it.each([
  ['2.0', 2, true],
  ['2.10', 2, true],
  ['12.0', 12, true],
  ['12.0', 2, false],
  ['3.0', 2, false],
  ['2', 2, false],
  ['2.', 2, false],
  ['v2.0', 2, false],
  ['', 0, false],
] as const)('`%s` has the major %i: %s', (version, major, known) => {
  expect(isKnownMajor(version, major)).toBe(known);
});
