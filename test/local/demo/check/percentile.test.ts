import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { percentile } from '../../../../local/demo/check/percentile.ts';

it.each([
  ['the median of an odd number', [30, 10, 20], 0.5, 20],
  ['the lower middle of an even number', [1, 2, 3, 4], 0.5, 2],
  ['the 95th of a hundred', [...Array(100).keys()], 0.95, 94],
  ['the only one', [7], 0.95, 7],
  ['nothing', [], 0.5, 0],
])('%s', (_title, values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

it('is one of the values, and at least that share of them is not above it', () => {
  const values = fc.array(fc.integer(), { minLength: 1 });
  const shares = fc.double({ min: 0.01, max: 1, noNaN: true });
  fc.assert(
    fc.property(values, shares, (all, share) => {
      const found = percentile(all, share);
      expect(all).toContain(found);
      const notAbove = all.filter((value) => value <= found).length;
      expect(notAbove / all.length).toBeGreaterThanOrEqual(share - 1e-9);
    }),
  );
});
