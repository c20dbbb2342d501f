import { describe, expect, it } from '@jest/globals';
import { exitCodeOf, NOTHING, type Tally } from '../../../cli/check/tally.ts';

describe('exitCodeOf', () => {
  it.each([
    ['0 where all are compliant', { compliant: 3 }, 0],
    ['0 where all are compliant or exempt', { compliant: 1, exempt: 2 }, 0],
    ['0 where something went away while the rest is compliant', { compliant: 1, gone: 1 }, 0],
    ['1 with a violation', { compliant: 3, violation: 1 }, 1],
    ['2 with something undecided', { compliant: 3, indeterminate: 1 }, 2],
    ['2 with something that failed', { compliant: 3, failed: 1 }, 2],
    ['2 with both a violation and something undecided', { violation: 1, indeterminate: 1 }, 2],
    ['2 where nothing was there', {}, 2],
    ['2 where all is gone', { gone: 1 }, 2],
  ] as const)('is %s', (_title, counts: Partial<Tally>, exitCode) => {
    expect(exitCodeOf({ ...NOTHING, ...counts })).toBe(exitCode);
  });
});
