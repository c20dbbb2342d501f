import type { Encryption } from './encryption.ts';
import type { Ref } from './ref.ts';

export type ReplicationStatus = 'pending' | 'completed' | 'failed' | 'replica';

export type ObjectLock = {
  readonly mode?: 'GOVERNANCE' | 'COMPLIANCE';
  readonly retainUntil?: Date;
  readonly legalHold: boolean;
};

/**
 * What one HeadObject told. `ref.versionId` is the version that was really read.
 * For SSE-C objects S3 answers no attribute at all: everything but `ref` and `encryption` is absent.
 */
export type ObjectFacts = {
  readonly kind: 'object';
  readonly ref: Ref;
  readonly encryption: Encryption;
  readonly etag?: string; // with its quotes stripped
  readonly lastModified?: Date;
  readonly size?: number; // bytes
  readonly storageClass?: string; // `STANDARD` where S3 sends no header
  readonly archived: boolean; // needs RestoreObject before it can be read or copied, and is not restored
  readonly lock?: ObjectLock;
  readonly replication?: ReplicationStatus;
};

/** Nothing to judge: never there, deleted meanwhile, or a delete marker. */
export type Gone = { readonly kind: 'gone'; readonly ref: Ref; readonly deleteMarker: boolean };

export type Cause =
  | 'access-denied' // 403: no right to read it, or no s3:ListBucket and it is gone
  | 'invalid-request' // 400 that is not SSE-C: an expired token, a malformed version id
  | 'managed-elsewhere'
  | 'tags-unreadable'
  | 'key-unreadable'
  | 'rotation-unreadable'
  | 'wrong-region' // 301, 307: the bucket is in another Region
  | 'gave-up'; // the queue tried as often as it may

export type Unreadable = {
  readonly kind: 'unreadable';
  readonly ref: Ref;
  readonly cause: Cause;
  readonly words?: string; // AWS's message, verbatim
};

export type Reading = ObjectFacts | Gone | Unreadable;

export type TagReading =
  | { readonly kind: 'tags'; readonly tags: Readonly<Record<string, string>> }
  | { readonly kind: 'tags-unreadable'; readonly words: string };
