import { expect, it } from '@jest/globals';
import { mutate } from '../../../bench/fuzz/mutate.ts';
import { randomFrom } from '../../../bench/fuzz/random.ts';
import { shorten } from '../../../bench/fuzz/shorten.ts';

const textsOf = (seed: number, corpus: readonly string[]): readonly string[] => {
  const random = randomFrom(seed);
  return Array.from({ length: 500 }, () => mutate(corpus, random));
};

it('changes texts as the seed says, and no other way', () => {
  expect(textsOf(1, ['{"a":1}', 'b: c\n'])).toEqual(textsOf(1, ['{"a":1}', 'b: c\n']));
  expect(textsOf(1, ['{"a":1}'])).not.toEqual(textsOf(2, ['{"a":1}']));
});

it('makes many texts of one, and none that is long', () => {
  const texts = textsOf(3, ['x'.repeat(8000)]);
  expect(new Set(texts).size).toBeGreaterThan(300);
  expect(Math.max(...texts.map((text) => text.length))).toBe(8192);
});

it('takes away whatever is not needed', () => {
  const text = `${'a'.repeat(300)}[${'b'.repeat(200)}]${'c'.repeat(50)}`;
  expect(shorten(text, (one) => /\[b*\]/.test(one))).toBe('[]');
  expect(shorten('abc', () => false)).toBe('abc');
  expect(shorten('abc', () => true)).toBe('');
});
