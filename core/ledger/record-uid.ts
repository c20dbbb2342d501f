import { fingerprint } from '../fingerprint.ts';
import type { RecordKind } from './record-kind.ts';

export type RecordIdentity = {
  readonly kind: RecordKind;
  readonly bucket: string;
  readonly key: string;
  readonly versionId?: string | undefined;
  readonly etag?: string | undefined; // a `null` version is overwritten in place: its id alone names no state
  readonly trigger: {
    readonly sequencer?: string | undefined;
    readonly runId?: string | undefined;
    readonly attempt?: number | undefined;
  };
  readonly closes?: { readonly intentId: string; readonly outcome: string } | undefined;
  readonly opens?: string | undefined; // an intent id
  readonly says?: string | undefined; // fingerprint of what else the record claims
  readonly policyHash: string;
};

/**
 * The id of a record. Two records share it only if they say the same about the same state for the same trigger
 * and touch the same intents: what is delivered twice dedupes, and no intent is opened or closed unseen.
 * Never made from a message or request id, which differ in every delivery.
 */
export const recordUid = (identity: RecordIdentity): string => {
  const { kind, bucket, key, versionId, etag, trigger, closes, opens, says, policyHash } = identity;
  return fingerprint(
    'record',
    kind,
    bucket,
    key,
    versionId,
    etag,
    trigger.sequencer,
    trigger.runId,
    trigger.attempt === undefined ? undefined : String(trigger.attempt),
    closes?.intentId,
    closes?.outcome,
    opens,
    says,
    policyHash,
  );
};
