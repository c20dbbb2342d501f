import { createRandom } from '../../test/simulation/engine/random.ts';

export type Random = {
  readonly below: (bound: number) => number; // a whole number from 0
  readonly pick: <T>(items: readonly T[]) => T;
};

/** Choices that follow from a seed alone. */
export const randomFrom = (seed: number): Random => {
  const next = createRandom(seed);
  const below = (bound: number): number => Math.floor(next() * bound);
  return { below, pick: (items) => items[below(items.length)] as (typeof items)[number] };
};
