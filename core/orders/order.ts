import type { KeyArn } from '../keys/key-arn.ts';
import type { Ref } from '../objects/ref.ts';
import type { Violation } from '../judge/verdict.ts';

/** What the object must still be when the order is applied. */
export type Pin =
  | { readonly kind: 'version'; readonly versionId: string }
  | { readonly kind: 'etag'; readonly etag: string; readonly lastModified: string }; // ISO 8601

export type EncryptTo = {
  readonly algorithm: 'aws:kms' | 'aws:kms:dsse';
  readonly keyArn: KeyArn;
  readonly bucketKey: boolean;
};

type Every = {
  readonly ref: Ref;
  readonly pin: Pin;
  readonly because: Violation;
  readonly policyHash: string;
  readonly intentId: string; // fingerprint of pin, policyHash and what the order does
};

/** UpdateObjectEncryption: any size, any class, any version; the object itself stays untouched. */
export type UpdateEncryption = Every & {
  readonly kind: 'update-encryption';
  readonly to: EncryptTo;
};
/** CopyObject onto itself, up to 5 GB: a new version, the old one stays. */
export type Copy = Every & { readonly kind: 'copy'; readonly to: EncryptTo; readonly size: number };
/** Multipart copy onto itself, above 5 GB. */
export type CopyInParts = Every & {
  readonly kind: 'copy-in-parts';
  readonly to: EncryptTo;
  readonly size: number;
};
/** Marks the exact version with a tag that the bucket's deny statement looks for. */
export type Isolate = Every & { readonly kind: 'isolate' };
/** Copies into the quarantine bucket, verifies, then deletes the exact version. */
export type Move = Every & { readonly kind: 'move' };

export type Order = UpdateEncryption | Copy | CopyInParts | Isolate | Move;
export type OrderKind = Order['kind'];

/** Why a violation has no order. Each is explained to people in core/orders/explain-plan.ts. */
export type ReportReason =
  | 'policy-says-report'
  | 'needs-copy' // only re-encrypt-by-copy may do that
  | 'not-current' // a copy of an older version would become current
  | 'current-unreadable' // so that it may be an older version
  | 'archived' // restore first
  | 'versioning-suspended' // a copy would overwrite the null version
  | 'object-lock'
  | 'source-key-unusable' // disabled, pending deletion, or not readable
  | 'source-key-not-listed' // a customer key, and not in the rule's rekey-from
  | 'target-key-unusable'
  | 'alias-moved'
  | 'customer-key-unknown' // SSE-C: only its owner can read it
  | 'stronger-than-target' // DSSE-KMS is never downgraded
  | 'would-break-replication'
  | 'replication-pending'
  | 'already-isolated' // its marker tag is there
  | 'no-remedy'; // nothing that re-encrypting could mend, such as a key without rotation

/** What should follow a violation. Nothing is done by planning. */
export type Plan =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'report'; readonly reason: ReportReason; readonly detail?: string }
  | { readonly kind: 'wait'; readonly reason: 'replication-pending'; readonly seconds: number };

/** What a writer says of an order. The reader's next verdict is what verifies it. */
export type Outcome =
  | {
      readonly kind: 'applied';
      readonly became?: string; // version id of the copy that is current now
      readonly residual?: string; // version id that stays behind as it was found
      readonly movedTo?: string; // `s3://…` of the copy in quarantine
      readonly words?: string; // what a person should know of how it was done
    }
  | { readonly kind: 'superseded'; readonly words: string } // gone, or no longer what policy or stack order
  | { readonly kind: 'refused'; readonly code: string; readonly words: string } // AWS's code and message
  | { readonly kind: 'failed'; readonly words: string }; // its queue gave up: said by close-dead-letter
