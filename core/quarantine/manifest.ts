import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { Violation } from '../judge/verdict.ts';

/**
 * What lies beside every quarantined object, as JSON: where it came from, why, and every attribute that the copy
 * itself cannot hold. Its key names the intent, so that a retried order finds its own.
 */
export type Manifest = MoveManifest | IsolateManifest;

/** Of an object that was moved here. */
export type MoveManifest = Every & {
  readonly kind: 'move';
  readonly source: ObjectAttributes;
  readonly copyEtag?: string; // of the copy that it was written for: without it, or with another, that copy is made anew
};

/** Of an object that was left where it is, under a marker tag. */
export type IsolateManifest = Every & {
  readonly kind: 'isolate';
  readonly source: KnownAttributes;
};

/** Of an SSE-C object S3 tells nothing without the key but which version it is and what tags it has. */
export type KnownAttributes = Pick<ObjectAttributes, 'ref' | 'tags'> & Partial<ObjectAttributes>;

type Every = {
  readonly v: 1;
  readonly intentId: string;
  readonly policyHash: string;
  readonly stack: string;
  readonly at: string; // ISO 8601: when it was written
  readonly because: Violation;
  // `source` is the object as it was found, before the marker; dates are ISO 8601 in JSON
};

/** Written beside the manifest once the object was released. */
export type Release = {
  readonly v: 1;
  readonly intentId: string;
  readonly releaseId: string;
  readonly at: string; // ISO 8601
  readonly by: string; // ARN of the caller
  readonly reason: string;
  readonly versionId?: string; // that the released object has now
};
