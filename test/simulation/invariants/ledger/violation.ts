import type { Finding, InvariantNumber } from '../invariant.ts';

export const violation = (invariant: InvariantNumber, words: string): Finding => ({
  kind: 'violation',
  invariant,
  words,
});

/** What AWS leaves open: the same words for all of its kind. */
export const windowOf = (invariant: InvariantNumber, words: string): Finding => ({
  kind: 'window',
  invariant,
  words,
});

export const NOTHING: readonly Finding[] = [];
