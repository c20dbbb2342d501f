/** Of an even number of values the mean of the two in the middle; `undefined` of none. */
export const median = (values: readonly number[]): number | undefined => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(
    Math.floor((sorted.length - 1) / 2),
    Math.floor(sorted.length / 2) + 1,
  );
  return middle.length === 0
    ? undefined
    : middle.reduce((sum, value) => sum + value, 0) / middle.length;
};
