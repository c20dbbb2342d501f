import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { Violation } from '../judge/verdict.ts';

/**
 * What lies beside every quarantined object, as JSON: where it came from, why, and every attribute that the copy
 * itself cannot hold. Its key names the intent, so that a retried order finds its own.
 */
export type Manifest = {
  readonly v: 1;
  readonly kind: 'move' | 'isolate'; // moved here, or left where it is under a marker tag
  readonly intentId: string;
  readonly policyHash: string;
  readonly stack: string;
  readonly at: string; // ISO 8601: when it was written
  readonly because: Violation;
  readonly source: ObjectAttributes; // as it was found; dates as ISO 8601 in JSON
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
