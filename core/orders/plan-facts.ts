import type { KeyReading } from '../keys/key-facts.ts';
import type { Unreadable } from '../objects/object-facts.ts';

/** Whether the bucket's replication rules take SSE-KMS objects along (SourceSelectionCriteria.SseKmsEncryptedObjects). */
export type BucketReplication =
  | { readonly kind: 'takes-sse-kms' }
  | { readonly kind: 'leaves-sse-kms' }
  | { readonly kind: 'replication-unreadable'; readonly words: string };

/** GetBucketVersioning. `never`: the bucket never had versioning. */
export type BucketVersioning =
  | {
      readonly kind: 'versioning';
      readonly status: 'enabled' | 'suspended' | 'never';
      readonly mfaDelete: boolean;
    }
  | { readonly kind: 'versioning-unreadable'; readonly words: string };

/** What planning may have to know beyond the HEAD. An absent member was not read, because `planNeeds` did not ask. */
export type PlanFacts = {
  readonly account: string; // owner of the bucket
  readonly policyHash: string;
  readonly now: Date;
  readonly sourceKey?: KeyReading; // the key that encrypts the object now
  readonly targetKey?: KeyReading; // DescribeKey of the target as the policy names it: alias, else ARN
  readonly replication?: BucketReplication;
  readonly current?: boolean | Unreadable; // whether this version is the current one; who may not read that, cannot know
  readonly versioning?: BucketVersioning;
  readonly isolated?: boolean; // whether this version carries our marker tag: asked only right after our own order
  readonly largestCopy: number; // bytes that one CopyObject is asked for; AWS takes 5 GiB
};

export type PlanNeed =
  | 'source-key'
  | 'target-key'
  | 'replication'
  | 'current'
  | 'versioning'
  | 'isolated';
