import type { EncryptWith } from '../copies/copy-task.ts';
import type { ObjectAttributes } from '../copies/object-attributes.ts';
import type { Verdict } from '../judge/verdict.ts';

/** Why nothing is released. Each is explained to people in explain-refusal.ts. */
export type RefusalReason =
  | 'already-released'
  | 'bucket-gone' // that it came from
  | 'copy-unreadable' // gone, or nobody lets us
  | 'copy-archived'
  | 'copy-differs' // from its manifest
  | 'not-moved-yet' // the order is still under way: the object is where it was
  | 'destination-taken' // by something newer
  | 'restored-differs' // what an earlier run has put there was changed since
  | 'destination-unreadable'
  | 'versioning-suspended' // of the bucket that it came from
  | 'versioning-unreadable'
  | 'source-gone' // of what was isolated
  | 'source-changed'
  | 'source-unreadable'
  | 'violation' // it would go straight back
  | 'undecided'
  | 'key-not-listed' // another customer key, and not in the rule's `rekey-from`
  | 'stronger-than-target'
  | 'target-unusable'; // the key, or the alias that moved

/** The verdict on the object as it would be once it is released. */
export type ReleasedVerdict = Extract<Verdict, { kind: 'compliant' | 'exempt' }>;

/** What releasing would do now. Nothing is done by planning. */
export type ReleasePlan =
  | {
      readonly kind: 'restore';
      readonly from: ObjectAttributes; // the copy in quarantine
      readonly encryption: EncryptWith;
      readonly how: 'as-it-was' | 'under-target';
      readonly verdict: ReleasedVerdict;
    }
  // an earlier run has put it back, and its annotations may still be missing
  | {
      readonly kind: 'finish';
      readonly from: ObjectAttributes;
      readonly encryption: EncryptWith; // that it has by now
      readonly there: Pick<ObjectAttributes, 'ref' | 'etag'>;
      readonly verdict: Verdict; // on what is there
    }
  | {
      readonly kind: 'unmark';
      readonly tags: Readonly<Record<string, string>>; // that stay
      readonly marked: boolean; // whether the marker is still there
      readonly verdict: ReleasedVerdict;
    }
  // an earlier run of the command has put it back, and was interrupted before it could say so
  | { readonly kind: 'note'; readonly versionId?: string; readonly verdict: Verdict }
  | {
      readonly kind: 'refused';
      readonly reason: RefusalReason;
      readonly detail?: string; // raw, hostile text
      readonly verdict?: Verdict; // that stands in the way
    };

export const refuse = (
  reason: RefusalReason,
  detail?: string,
  verdict?: Verdict,
): Extract<ReleasePlan, { kind: 'refused' }> => ({
  kind: 'refused',
  reason,
  ...(detail !== undefined && { detail }),
  ...(verdict !== undefined && { verdict }),
});
