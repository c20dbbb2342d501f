import { createHash } from 'node:crypto';

const FULL = 2 ** 32;

/** Eight numbers from 0 to below 1 that nothing but the words decides. */
export const draw = (...words: readonly (string | number)[]): readonly number[] => {
  const digest = createHash('sha256').update(JSON.stringify(words)).digest();
  return [0, 4, 8, 12, 16, 20, 24, 28].map((at) => digest.readUInt32BE(at) / FULL);
};

/** One of the list, evenly. */
export const pick = <One>(list: readonly [One, ...One[]], at: number): One =>
  list[Math.floor(at * list.length)] ?? list[0];
