import { describe, expect, it } from '@jest/globals';
import { applyDefect } from './apply-defect.ts';
import type { Defect } from './defect.ts';

const defect = (from: string, to: string): Defect => ({
  id: 'one',
  title: 'breaks something',
  file: 'core/one.ts',
  from,
  to,
  invariant: 1,
});

describe('applyDefect', () => {
  it('replaces the one place and leaves the rest', () => {
    expect(applyDefect(defect('b + c', 'b'), 'a; b + c; d')).toBe('a; b; d');
  });

  it('takes what it puts in to the letter', () => {
    expect(applyDefect(defect('b', "$& $1 $'"), 'a b c')).toBe("a $& $1 $' c");
  });

  it.each([
    ['is not there', 'a c', '0 times'],
    ['is there twice', 'a b b', '2 times'],
  ])('throws where its text %s', (_title, text, words) => {
    expect(() => applyDefect(defect('b', 'x'), text)).toThrow(words);
  });
});
