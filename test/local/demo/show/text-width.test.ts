import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { showText } from '../../../../core/show-text.ts';
import { clip, fit, widthOf } from '../../../../local/demo/show/text-width.ts';

it.each([
  ['plain text', 'abc', 3],
  ['wide characters', '鍵x', 3],
  ['an emoji', '🗝😀', 3], // the first is drawn as text unless a selector follows, which showText writes out
  ['an accent of its own', 'u\u0308', 1],
])('%s', (_title, text, expected) => {
  expect(widthOf(text)).toBe(expected);
});

it('clips to the width and marks the cut', () => {
  expect(clip('payroll/statements', 8)).toBe('payroll…');
  expect(clip('鍵鍵鍵', 4)).toBe('鍵…');
  expect(clip('payroll', 7)).toBe('payroll');
});

it('fits any shown text into exactly the width', () => {
  const texts = fc.string({ unit: 'grapheme' }).map(showText);
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 80 }), (text, width) => {
      expect(widthOf(fit(text, width))).toBe(width);
    }),
  );
});
