import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileGlob } from '../../../core/policy/glob.ts';
import { plainGlob } from './plain-glob.ts';

describe('a glob', () => {
  it.each([
    ['b', 'b', true],
    ['b', 'B', false],
    ['b', 'bb', false],
    ['payroll-*', 'payroll-eu', true],
    ['payroll-*', 'payroll-', true],
    ['payroll-*', 'payroll', false],
    ['payroll-*', 'a-payroll-eu', false],
    ['statements/*', 'statements/may.pdf', true],
    ['statements/*', 'statements/2026/may.pdf', false],
    ['statements/**', 'statements/2026/may.pdf', true],
    ['statements/**', 'statements/', true],
    ['statements/**', 'archive/statements/may.pdf', false],
    ['**/*.csv', 'a/b/c.csv', true],
    ['**/*.csv', '/c.csv', true],
    ['**/*.csv', 'c.csv', false],
    ['**.csv', 'a/b/c.csv', true],
    ['**.csv', 'c.csv.gz', false],
    ['log-????-??', 'log-2026-05', true],
    ['log-????-??', 'log-2026-5', false],
    ['a?b', 'a/b', false],
    ['a?b', 'a\nb', true],
    ['a?b', 'a😀b', true],
    ['a??b', 'a😀b', false],
    ['a**b', 'a\n/\u2028b', true],
    ['*a', 'aaa', true],
    ['a*a', 'a', false],
    ['[ab]+(c)', '[ab]+(c)', true],
    ['a.c', 'abc', false],
    ['\\*', '\\x', true],
    ['*', '', true],
    ['**', '', true],
    ['?', '', false],
    ['*/*', '/', true],
    ['**é*', 'x/é', true],
  ])('`%s` against `%s`: %s', (glob, text, expected) => {
    expect(compileGlob(glob)(text)).toBe(expected);
  });

  const alphabet = fc.constantFrom('a', 'b', '/', '.', 'é', '😀', '\n', '?');
  const glob = fc
    .array(fc.oneof(alphabet, fc.constantFrom('*', '**', '?')), { maxLength: 8 })
    .map((parts) => parts.join(''));
  const text = fc.array(alphabet, { maxLength: 12 }).map((parts) => parts.join(''));

  it('agrees with the plainest possible reading of the rules', () => {
    fc.assert(
      fc.property(glob, text, (pattern, subject) => {
        expect(compileGlob(pattern)(subject)).toBe(plainGlob(pattern, subject));
      }),
      { numRuns: 2000 },
    );
  });

  it('agrees with it for globs of more than 32 and 64 characters, too', () => {
    const long = fc.tuple(
      glob,
      fc.integer({ min: 25, max: 70 }),
      fc.constantFrom('', '*', '**', '*a', '?'),
    );
    fc.assert(
      fc.property(long, text, ([before, length, after], subject) => {
        const run = 'ab'.repeat(length).slice(0, length);
        const pattern = `${before}?${run}?${after}`;
        const candidate = `${subject}a${run}b${subject}`;
        expect(compileGlob(pattern)(candidate)).toBe(plainGlob(pattern, candidate));
      }),
      { numRuns: 300 },
    );
  });

  it('matches a text made from itself', () => {
    fc.assert(
      fc.property(glob, (pattern) => {
        const subject = pattern.replaceAll('**', 'x/y').replaceAll('*', 'z').replaceAll('?', 'q');
        expect(compileGlob(pattern)(subject)).toBe(true);
      }),
    );
  });

  it('does not remember anything from one text to the next', () => {
    const matches = compileGlob('a?*b**c?');
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        expect(texts.map(matches)).toEqual(texts.map((one) => compileGlob('a?*b**c?')(one)));
      }),
    );
  });

  it('takes no longer for a hostile key than for any other of that length', () => {
    // a backtracking matcher would need more steps here than there are atoms
    const matches = compileGlob(`${'*a'.repeat(10)}**b**b**`);
    expect(matches('a'.repeat(1024))).toBe(false);
    expect(matches(`${'a'.repeat(1022)}bb`)).toBe(true);
  });
});
