import type { KeyReading, RotationReading } from '../keys/key-facts.ts';
import type { TagReading } from '../objects/object-facts.ts';

/** What is known beside the HeadObject answer. An absent member was not read, because nothing asked for it yet. */
export type Known = {
  readonly account: string; // owner of the bucket, 12 digits
  readonly objectTags?: TagReading;
  readonly bucketTags?: TagReading;
  readonly key?: KeyReading;
  readonly rotation?: RotationReading;
};

/** What must be read before `judge` can answer. */
export type Need = 'object-tags' | 'bucket-tags' | 'key' | 'rotation';
