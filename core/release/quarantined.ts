import type { Manifest, Release } from '../quarantine/manifest.ts';
import type { Restored } from './restored.ts';

/** One intent that has something in the quarantine bucket, and what of it lies there. */
export type QuarantineEntry = {
  readonly bucket: string; // that the object came from
  readonly intentId: string;
  readonly parts: ReadonlySet<string>;
};

/** What is known of an entry. */
export type Quarantined = Pick<QuarantineEntry, 'bucket' | 'intentId'> &
  (
    | {
        readonly kind: 'quarantined'; // moved here, or isolated where it is
        readonly manifest: Manifest;
        readonly release?: Release; // once it was taken back
        readonly restored?: Restored; // by a release that was interrupted
      }
    | { readonly kind: 'under-way' } // copied, and its manifest is not written yet: nothing was deleted
    | { readonly kind: 'unreadable'; readonly words: string }
  );

export type QuarantineState = 'quarantined' | 'isolated' | 'released' | 'under-way' | 'unreadable';

export const stateOf = (entry: Quarantined): QuarantineState => {
  if (entry.kind !== 'quarantined') {
    return entry.kind;
  }
  if (entry.release !== undefined) {
    return 'released';
  }
  return entry.manifest.kind === 'move' ? 'quarantined' : 'isolated';
};
