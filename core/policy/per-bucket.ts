const MOST_BUCKETS = 1000; // an account has a hundred, or may ask for more

/**
 * Remembers the answer for each bucket: objects come by the million, buckets by the hundred. The answer
 * must depend on nothing but the bucket's name.
 */
export const perBucket = <T>(answer: (bucket: string) => T): ((bucket: string) => T) => {
  const known = new Map<string, T>();
  return (bucket) => {
    const remembered = known.get(bucket);
    if (remembered !== undefined) {
      return remembered;
    }
    if (known.size >= MOST_BUCKETS) {
      known.clear();
    }
    const fresh = answer(bucket);
    known.set(bucket, fresh);
    return fresh;
  };
};
