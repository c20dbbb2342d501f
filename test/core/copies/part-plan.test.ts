import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  choosePartBytes,
  LEAST_PART_BYTES,
  MOST_PART_BYTES,
  MOST_PARTS,
  partRanges,
} from '../../../core/copies/part-plan.ts';

const MIB = 1024 ** 2;
const GIB = 1024 ** 3;
const TIB = 1024 ** 4;
const WANTED = 256 * MIB;
const choose = (size: number, parts?: { count: number; firstBytes: number }) =>
  choosePartBytes({ size, ...(parts && { parts }) }, WANTED, LEAST_PART_BYTES);

describe('the size of a part', () => {
  it.each([
    ['is as wanted', 6 * GIB, undefined, WANTED],
    ['grows so that ten thousand parts are enough', 5 * TIB, undefined, 549_755_814],
    ['is at most 5 GiB, for the largest object there is', 48.8 * TIB, undefined, 5_365_616_744],
    ['is that of the source', 6 * GIB, { count: 768, firstBytes: 8 * MIB }, 8 * MIB],
    [
      'is that of the source with a short last part',
      17 * MIB,
      { count: 3, firstBytes: 8 * MIB },
      8 * MIB,
    ],
    [
      'is not that of a source with uneven parts',
      6 * GIB,
      { count: 2, firstBytes: 8 * MIB },
      WANTED,
    ],
    [
      'is not that of a source whose last part is the largest',
      20 * MIB,
      { count: 2, firstBytes: 8 * MIB },
      WANTED,
    ],
    [
      'is not that of a source in one small part',
      4 * MIB,
      { count: 1, firstBytes: 4 * MIB },
      WANTED,
    ],
    [
      'is that of the source, as small as S3 takes',
      10 * MIB,
      { count: 2, firstBytes: 5 * MIB },
      5 * MIB,
    ],
    [
      'is that of the source, as large as S3 takes',
      10 * GIB,
      { count: 2, firstBytes: 5 * GIB },
      5 * GIB,
    ],
    [
      'is that of the source in as many parts as S3 takes',
      80_000 * MIB,
      { count: 10_000, firstBytes: 8 * MIB },
      8 * MIB,
    ],
    [
      'is not that of a source in more parts than S3 takes',
      80_008 * MIB,
      { count: 10_001, firstBytes: 8 * MIB },
      WANTED,
    ],
    [
      'is not that of a source with a part more than its first one says',
      16 * MIB,
      { count: 3, firstBytes: 8 * MIB },
      WANTED,
    ],
    ['is not more than S3 takes', 12 * GIB, { count: 2, firstBytes: 6 * GIB }, WANTED],
  ] as const)('%s', (_title, size, parts, expected) => {
    expect(choose(size, parts)).toBe(expected);
  });

  it('is legal for every object that S3 can hold', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_PARTS * MOST_PART_BYTES }), (size) => {
        const bytes = choose(size);
        expect(bytes).toBeGreaterThanOrEqual(LEAST_PART_BYTES);
        expect(bytes).toBeLessThanOrEqual(MOST_PART_BYTES);
        expect(Math.ceil(size / bytes)).toBeLessThanOrEqual(MOST_PARTS);
      }),
    );
  });
});

describe('the ranges', () => {
  it('cover every byte once, in order, each but the last as large as a part', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 1, max: 700 }),
        (size, partBytes) => {
          const ranges = partRanges(size, partBytes);
          let next = 0;
          for (const [index, { number, first, last }] of ranges.entries()) {
            expect(number).toBe(index + 1);
            expect(first).toBe(next);
            if (number < ranges.length) expect(last - first + 1).toBe(partBytes);
            next = last + 1;
          }
          expect(next).toBe(size);
        },
      ),
    );
  });
});
