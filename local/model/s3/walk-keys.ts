// Keys in order, with those behind the delimiter rolled up into common prefixes.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-prefixes.html status: documented
import { firstAtOrAfter } from './sorted-keys.ts';

export type WalkItem =
  | { readonly kind: 'key'; readonly name: string }
  | { readonly kind: 'prefix'; readonly name: string };

export type Walk = {
  readonly prefix: string;
  readonly delimiter: string | undefined;
  readonly from: number; // index of the first key to look at
};

/** The index of the first key from `from` on that does not start with the prefix. */
export const pastPrefix = (keys: readonly string[], prefix: string, from: number): number => {
  let low = from;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? '').startsWith(prefix)) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Where a listing goes on after a key, or after everything under a prefix. */
export const indexAfter = (keys: readonly string[], after: string, whole: boolean): number => {
  const at = firstAtOrAfter(keys, after);
  if (whole) return pastPrefix(keys, after, at);
  return keys[at] === after ? at + 1 : at;
};

export const walkKeys = function* (
  keys: readonly string[],
  { prefix, delimiter, from }: Walk,
  isShown: (key: string) => boolean,
): Generator<WalkItem, undefined, undefined> {
  let at = Math.max(from, firstAtOrAfter(keys, prefix));
  for (let key = keys[at]; key?.startsWith(prefix) === true; key = keys[at]) {
    const cut = delimiter ? key.indexOf(delimiter, prefix.length) : -1;
    if (!isShown(key)) {
      at += 1;
    } else if (delimiter && cut >= 0) {
      const name = key.slice(0, cut + delimiter.length);
      yield { kind: 'prefix', name };
      at = pastPrefix(keys, name, at);
    } else {
      yield { kind: 'key', name: key };
      at += 1;
    }
  }
  return undefined;
};
