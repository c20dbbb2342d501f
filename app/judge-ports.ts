import type { KeyAlias, KeyArn } from '../core/keys/key-arn.ts';
import type { KeyReading, RotationReading } from '../core/keys/key-facts.ts';
import type { Reading, TagReading } from '../core/objects/object-facts.ts';
import type { Ref } from '../core/objects/ref.ts';
import type { BucketReplication, BucketVersioning } from '../core/orders/plan-facts.ts';
import type { Policy } from '../core/policy/load-policy.ts';

/** All that judging may ask of the world. Each throws what the queue should try again. */
export type JudgePorts = {
  readonly policy: Policy;
  readonly account: string; // every bucket must belong to it
  readonly readObject: (ref: Ref) => Promise<Reading>;
  readonly readObjectTags: (ref: Ref) => Promise<TagReading>;
  readonly readBucketTags: (bucket: string) => Promise<TagReading>;
  readonly readKey: (key: KeyArn | KeyAlias) => Promise<KeyReading>;
  readonly readRotation: (key: KeyArn) => Promise<RotationReading>;
  readonly readReplication: (bucket: string) => Promise<BucketReplication>;
  readonly readVersioning: (bucket: string) => Promise<BucketVersioning>;
  readonly largestCopy: number; // bytes that one CopyObject is asked for
  readonly now: () => Date;
};
