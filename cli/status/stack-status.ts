import type { BreakerState } from '../../core/breaker/breaker-state.ts';
import type { CopyProgress } from '../../core/copies/copy-progress.ts';
import type { StartedUpload } from '../../core/copies/started-upload.ts';

/** How far a copy is. One that is made at once has no parts. */
export type CopyStatus = {
  readonly progress: CopyProgress;
  readonly parts:
    | { readonly kind: 'at-once' }
    | { readonly kind: 'parts'; readonly done: number; readonly total: number }
    | { readonly kind: 'no-upload' } // completed or aborted: whoever goes on with it finds out
    | { readonly kind: 'unreadable' }; // named in `unseen`
};

/** Whether there is an upload that could be ended. */
export const hasUpload = ({ progress, parts }: CopyStatus): boolean =>
  progress.upload !== undefined && parts.kind !== 'no-upload';

/** What could not be looked into. */
export type Unseen = { readonly what: string; readonly words: string };

/** What of a stack a person may have to look after. */
export type StackStatus = {
  readonly mode: string;
  readonly copies: readonly CopyStatus[];
  readonly stalled: readonly CopyStatus[]; // noted, but so old that their orders have failed, most likely
  readonly leftovers: readonly StartedUpload[]; // begun by the stack, and nothing is noted of them
  readonly breakers: readonly BreakerState[]; // that are open
  readonly unseen: readonly Unseen[];
};
