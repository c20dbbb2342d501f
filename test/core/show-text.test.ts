import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hidesText, quoteText, showText } from '../../core/show-text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('showText', () => {
  it.each([
    ['a plain key', 'statements/2026-01.pdf', 'statements/2026-01.pdf'],
    ['letters of any script', 'Übung/日本語/🗝', 'Übung/日本語/🗝'],
    ['line ends and tabs', 'a\r\nb\tc', 'a\\r\\nb\\tc'],
    ['an ANSI escape', '\u001B[31mred', '\\u{1b}[31mred'],
    ['the one-byte form of an ANSI escape', '\u009B31m', '\\u{9b}31m'],
    ['a bell and a NUL', '\u0007\0', '\\u{7}\\u{0}'],
    ['delete', '\u007F', '\\u{7f}'],
    ['a right-to-left override', 'gpj.\u202Eexe', 'gpj.\\u{202e}exe'],
    ['isolates and marks', '\u2066\u2069\u200E\u061C', '\\u{2066}\\u{2069}\\u{200e}\\u{61c}'],
    ['joiners that are not seen', 'a\u200Bb\u200Dc\uFEFF', 'a\\u{200b}b\\u{200d}c\\u{feff}'],
    ['line separators', '\u2028\u2029', '\\u{2028}\\u{2029}'],
    ['blanks that are no space', 'a\u00A0b\u3000c', 'a\\u{a0}b\\u{3000}c'],
    ['tag characters', '\u{E0041}', '\\u{e0041}'],
    ['a filler and a variation selector', '\u3164\uFE0F', '\\u{3164}\\u{fe0f}'],
    ['half of a surrogate pair', 'a\uD83Db', 'a\\u{d83d}b'],
    ['private use', '\uE0A0', '\\u{e0a0}'],
    ['a backslash', 'a\\nb', 'a\\\\nb'],
  ])('shows %s', (_title, text, shown) => {
    expect(showText(text)).toBe(shown);
  });

  it('never lets anything act', () => {
    fc.assert(fc.property(anyText, (text) => !hidesText(showText(text))));
  });

  it('shows no two texts alike', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        expect(showText(one) === showText(other)).toBe(one === other);
      }),
    );
    expect(showText('\u202E')).not.toBe(showText('\\u{202e}'));
  });
});

describe('quoteText', () => {
  it('keeps hostile text between its backticks', () => {
    expect(quoteText('a` or `b')).toBe('`a\\u{60} or \\u{60}b`');
  });
});
