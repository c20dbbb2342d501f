import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toBatches } from '../../aws/to-batches.ts';

const LIMITS = { mostItems: 3, mostBytes: 10 };
const sizes = (...all: number[]) => all.map((bytes) => ({ bytes }));

describe('toBatches', () => {
  it.each([
    ['nothing', [], []],
    ['what fits', [1, 2, 3], [[1, 2, 3]]],
    ['too many', [1, 1, 1, 1], [[1, 1, 1], [1]]],
    ['exactly as many bytes', [5, 5, 1], [[5, 5], [1]]],
    ['too many bytes', [6, 5], [[6], [5]]],
    ['one that is too big', [1, 11, 1], [[1], [11], [1]]],
  ])('puts %s into batches', (_title, all, batches) => {
    expect(toBatches(sizes(...all), LIMITS)).toEqual(batches.map((batch) => sizes(...batch)));
  });

  it('loses nothing, keeps the order and both limits', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10), { maxLength: 40 }), (all) => {
        const batches = toBatches(sizes(...all), LIMITS);
        expect(batches.flat()).toEqual(sizes(...all));
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(3);
          expect(batch.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(10);
        }
      }),
    );
  });
});
