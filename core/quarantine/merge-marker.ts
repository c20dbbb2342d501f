import { MARKER, MOST_TAGS } from './marker.ts';

export type MergedMarker =
  | { readonly kind: 'there' } // whatever its value: the deny statement looks for the key alone
  | { readonly kind: 'no-room' }
  | { readonly kind: 'merged'; readonly tags: Readonly<Record<string, string>> };

/** The whole set of tags that has to be written, since S3 replaces what is there. */
export const mergeMarker = (tags: Readonly<Record<string, string>>, rule: string): MergedMarker => {
  const names = Object.keys(tags);
  if (names.includes(MARKER)) {
    return { kind: 'there' };
  }
  if (names.length >= MOST_TAGS) {
    return { kind: 'no-room' };
  }
  // without a prototype, so that a tag named `__proto__` is a tag like any other
  const merged: Record<string, string> = Object.assign(Object.create(null), tags);
  merged[MARKER] = rule;
  return { kind: 'merged', tags: merged };
};
