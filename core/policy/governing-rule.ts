import type { Ref } from '../objects/ref.ts';
import type { Policy } from './load-policy.ts';
import type { RuleMatcher } from './matchers.ts';

type Tags = Readonly<Record<string, string>>;

export type Governed =
  | RuleMatcher['governed']
  | { readonly kind: 'tags-needed'; readonly which: 'object' | 'bucket' | 'both' };

const NEEDS = {
  object: { kind: 'tags-needed', which: 'object' },
  bucket: { kind: 'tags-needed', which: 'bucket' },
  both: { kind: 'tags-needed', which: 'both' },
} as const;

/**
 * The first rule, from top to bottom, that matches. Tags that are `undefined` were not read yet; they are
 * asked for only when a rule that matches in everything else depends on them.
 */
export const governingRule = (
  { matchers }: Policy,
  { bucket, key }: Ref,
  tags: { readonly object?: Tags; readonly bucket?: Tags },
): Governed => {
  for (const { matchesKey, objectTags, bucketTags, governed } of matchers.rulesOf(bucket)) {
    if (!matchesKey(key)) {
      continue;
    }
    if (objectTags === undefined && bucketTags === undefined) {
      return governed;
    }
    const object = carries(tags.object, objectTags);
    const ofBucket = carries(tags.bucket, bucketTags);
    if (object === false || ofBucket === false) {
      continue;
    }
    if (object === undefined || ofBucket === undefined) {
      return object !== undefined
        ? NEEDS.bucket
        : ofBucket !== undefined
          ? NEEDS.object
          : NEEDS.both;
    }
    return governed;
  }
  throw new Error('no rule governs: a compiled policy ends with a rule that matches everything');
};

/** `undefined`: cannot be told before the tags are read. Own members only: a tag may be called `toString`. */
const carries = (tags: Tags | undefined, wanted: RuleMatcher['objectTags']): boolean | undefined =>
  wanted === undefined
    ? true
    : tags && wanted.every(([name, value]) => Object.hasOwn(tags, name) && tags[name] === value);
