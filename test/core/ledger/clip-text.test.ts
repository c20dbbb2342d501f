import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clipText } from '../../../core/ledger/clip-text.ts';

describe('clipText', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a🗝b', 3, 'a…'],
    ['a🗝bc', 4, 'a🗝…'],
  ])('clips %j to %i as %j', (text, most, clipped) => {
    expect(clipText(text, most)).toBe(clipped);
  });

  it('never makes text longer than told, nor half characters', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 30 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, most) => {
        const clipped = clipText(whole, most);
        expect(clipped.length).toBeLessThanOrEqual(most);
        expect(clipped.isWellFormed()).toBe(true);
      }),
    );
  });
});
