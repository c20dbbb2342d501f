/** Where a run's every decision comes from. 0 is always the ordinary one, so that fewer choices mean a plainer run. */
export type Choices = {
  readonly choose: (most: number) => number; // 0 up to but without `most`
  readonly rarely: (oneIn: number) => boolean; // never where `oneIn` is 0
  readonly taken: () => readonly number[];
};

/** sfc32 by Chris Doty-Humphrey, in the public domain: small, fast, and the same everywhere. */
const createRandom = (seed: number): (() => number) => {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, seed | 0, Math.floor(seed / 2 ** 32) ^ 0xb7e15162];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  };
  for (let warm = 0; warm < 12; warm += 1) next();
  return next;
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
