const SHORTEST = 12; // hex digits

/** As many leading digits as it takes to tell all of them apart, the same number for each. */
export const shortenIds = (ids: readonly string[]): ((id: string) => string) => {
  const sorted = [...new Set(ids)].toSorted();
  const length = sorted.reduce(
    (most, id, at) => Math.max(most, inCommon(id, sorted[at - 1] ?? '') + 1),
    SHORTEST,
  );
  return (id) => id.slice(0, length);
};

const inCommon = (one: string, other: string): number => {
  let length = 0;
  while (length < one.length && one[length] === other[length]) {
    length += 1;
  }
  return length;
};
