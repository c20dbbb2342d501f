import { expect, it } from '@jest/globals';
import { isOntoItself } from '../../../core/copies/is-onto-itself.ts';
import { makeTask } from './made-attributes.ts';

const HERE = { bucket: 'payroll', key: 'a/b ü.txt' };

it.each([
  ['the same bucket and key', HERE, true],
  ['another key', { ...HERE, key: 'a' }, false],
  ['the same key of another bucket', { ...HERE, bucket: 'quarantine' }, false],
] as const)('a copy to %s: is onto itself, or is not', (_title, to, expected) => {
  expect(isOntoItself(makeTask({}, { to }))).toBe(expected);
});
