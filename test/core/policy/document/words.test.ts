import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { described, listed, quoted } from '../../../../core/policy/document/words.ts';

describe('text of a file in a message', () => {
  it.each([
    ['is quoted', 'a b', '`a b`'],
    ['is shortened', 'x'.repeat(100), `\`${'x'.repeat(80)}…\``],
    ['cannot move the cursor', '\u001b[2J', '`\\u{1b}[2J`'],
    ['cannot start a new line', 'a\nb\u2028c', '`a\\u{a}b\\u{2028}c`'],
    ['cannot turn the direction of writing', '\u202ecba', '`\\u{202e}cba`'],
    ['is always well-formed', 'a\ud800', '`a\ufffd`'],
  ])('%s', (_title, text, expected) => {
    expect(quoted(text)).toBe(expected);
  });

  it('holds nothing that a terminal acts on', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(quoted(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('is listed with commas', () => {
    expect(listed(['a', 'b'])).toBe('`a`, `b`');
  });

  it.each([
    [null, 'nothing'],
    [[], 'a list'],
    [{}, 'a mapping'],
    ['x', 'text `x`'],
    [1.5, '`1.5`'],
    [Number.NaN, '`NaN`'],
    [false, '`false`'],
  ])('%j is described as %s', (value, expected) => {
    expect(described(value)).toBe(expected);
  });
});
