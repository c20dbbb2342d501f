import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesAllBelow, matchesPattern } from '../../../core/guard/matches-pattern.ts';

const toRegExp = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('*', '[^]*').replaceAll('?', '[^]')}$`);
const TEXT = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 12 });
const PATTERN = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });

it('matches as the regular expression of the same pattern would', () => {
  fc.assert(
    fc.property(PATTERN, TEXT, (pattern, text) => {
      expect(matchesPattern(pattern, text)).toBe(toRegExp(pattern).test(text));
    }),
  );
});

it.each([
  ['ab', 'ab', true],
  ['ab', 'abb', false],
  ['ab', 'a', false],
  ['a?c', 'abc', true],
  ['a?c', 'ac', false],
  ['a?', 'a', false],
  ['a*b', 'ab', true],
  ['a*b', 'a/b/b', true],
  ['a*b', 'a/b/', false],
  ['*', '', true],
  ['a**', 'a', true],
  ['a*?', 'a', false],
  ['**ab*', 'b/aab', true],
] as const)('`%s` matches `%s`: %s', (pattern, text, expected) => {
  expect(matchesPattern(pattern, text)).toBe(expected);
});

it('says of no pattern that it matches all below a prefix, where it does not match one', () => {
  fc.assert(
    fc.property(PATTERN, TEXT, TEXT, (pattern, prefix, rest) => {
      fc.pre(matchesAllBelow(pattern, prefix));
      expect(matchesPattern(pattern, prefix + rest)).toBe(true);
    }),
  );
});

it('takes no time for a pattern that would keep a regular expression busy', () => {
  expect(matchesPattern('*a'.repeat(200), `${'a'.repeat(5_000)}b`)).toBe(false);
});
