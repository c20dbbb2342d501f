import { createRandom } from './random.ts';

/** Where a run's every decision comes from. 0 is always the ordinary one, so that fewer choices mean a plainer run. */
export type Choices = {
  readonly choose: (most: number) => number; // 0 up to but without `most`
  readonly rarely: (oneIn: number) => boolean; // never where `oneIn` is 0
  readonly taken: () => readonly number[];
};

export const randomChoices = (seed: number): Choices => {
  const random = createRandom(seed);
  const taken: number[] = [];
  const note = (value: number): number => {
    taken.push(value);
    return value;
  };
  return {
    choose: (most) => (most <= 1 ? 0 : note(Math.floor(random() * most))),
    rarely: (oneIn) => oneIn > 0 && note(random() * oneIn < 1 ? 1 : 0) === 1,
    taken: () => taken,
  };
};

/** What was chosen once, chosen again; past its end everything is ordinary. */
export const givenChoices = (given: readonly number[]): Choices => {
  const taken: number[] = [];
  const next = (most: number): number => {
    const value = Math.min(given[taken.length] ?? 0, most - 1);
    taken.push(value);
    return value;
  };
  return {
    choose: (most) => (most <= 1 ? 0 : next(most)),
    rarely: (oneIn) => oneIn > 0 && next(2) === 1,
    taken: () => taken,
  };
};
