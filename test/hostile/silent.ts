import { expect } from '@jest/globals';
import fc from 'fast-check';
import { hostileText } from '../core/ledger/any-verdict.ts';
import { acting } from './acts.ts';

/** That no line acts, whatever three texts it is made of. */
export const silent = (show: (one: string, two: string, three: string) => readonly string[]) =>
  fc.property(hostileText, hostileText, hostileText, (one, two, three) => {
    const lines = show(one, two, three);
    expect(lines.length).toBeGreaterThan(0);
    expect(acting(lines)).toEqual([]);
  });
