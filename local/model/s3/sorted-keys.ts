// Listings come in the order of the keys' UTF-8 bytes.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/ListingKeysUsingAPIs.html status: documented
import type { Map } from 'immutable';
import type { Bucket } from './bucket.ts';

// JavaScript compares UTF-16 units, where surrogates (characters above U+FFFF) come before U+E000 to U+FFFF.
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

export const compareKeys = (a: string, b: string): number => {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i += 1) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return rank(x) - rank(y);
  }
  return a.length - b.length;
};

// Immutable maps do not change, so what was sorted once for a map stays true for it.
const cache = new WeakMap<object, readonly string[]>();

const sortKeys = (map: Map<string, unknown>): readonly string[] =>
  [...map.keys()].toSorted(compareKeys);

export const sortedKeys = (versions: Bucket['versions']): readonly string[] => {
  const known = cache.get(versions);
  if (known !== undefined) return known;
  const keys = sortKeys(versions);
  cache.set(versions, keys);
  return keys;
};

/** The index of the first key at or after `wanted`. */
export const firstAtOrAfter = (keys: readonly string[], wanted: string): number => {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compareKeys(keys[middle] ?? '', wanted) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
};
