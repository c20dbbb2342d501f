import type { KeyArn } from '../keys/key-arn.ts';
import type { ObjectAttributes } from './object-attributes.ts';

/** What the copy is to be encrypted with; always said, so that no bucket default decides. */
export type EncryptWith =
  | { readonly algorithm: 'AES256' }
  | {
      readonly algorithm: 'aws:kms' | 'aws:kms:dsse';
      readonly keyArn: KeyArn;
      readonly bucketKey: boolean; // false for aws:kms:dsse
    };

/** What must be at the destination, or S3 answers 412 and nothing is written. */
export type OnlyIf =
  | { readonly kind: 'etag'; readonly etag: string } // the current version has this ETag
  | { readonly kind: 'absent' }; // nothing, or a delete marker

/** One copy with everything, from an exact version. The source is `attributes.ref`, pinned by version id and ETag. */
export type CopyTask = {
  readonly id: string; // names its progress in the state table: the intent id, or that of a release
  readonly attributes: ObjectAttributes;
  readonly to: { readonly bucket: string; readonly key: string };
  readonly encryption: EncryptWith;
  readonly onlyIf: OnlyIf;
  readonly acl: 'carry' | 'leave'; // leave: a bucket without ACLs (BucketOwnerEnforced), such as the quarantine bucket
  readonly lock: 'carry' | 'leave';
  readonly tags?: 'set'; // exactly `attributes.tags`, whatever the source has; absent: S3 carries the source's
};

export type Copied =
  | { readonly kind: 'copied'; readonly versionId?: string; readonly etag: string }
  | { readonly kind: 'unfinished' } // time ran out: what is done is kept, the same task goes on from there
  | { readonly kind: 'source-changed'; readonly words: string } // gone or overwritten: nothing is left behind
  | { readonly kind: 'destination-changed'; readonly words: string } // `onlyIf` no longer holds: nothing is left behind
  | { readonly kind: 'refused'; readonly code: string; readonly words: string }; // AWS's code and message; nothing is left behind
