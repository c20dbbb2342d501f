/**
 * Numbers from 0 up to but without 1 that follow from a seed alone: sfc32 by Chris Doty-Humphrey, in the public domain.
 * Small, fast, and the same everywhere.
 */
export const createRandom = (seed: number): (() => number) => {
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
