import type { Ref } from '../objects/ref.ts';

/** Who runs the command, as STS tells it. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export type Caller = {
  readonly arn: string; // of the user, or of the role's session
  readonly userId: string;
  readonly account: string; // 12 digits
};

/** One thing that a person does with the `sealward` command, and why. */
export type OperatorAct = {
  readonly id: string; // the same in its intent and in its outcome
  readonly by: Caller;
  readonly reason: string; // as it was typed: hostile text
  readonly begunAt: Date; // of this run of the command: two runs of one release are two acts
} & (
  | {
      readonly operation: 'quarantine release';
      readonly intentId: string; // that put it there
      readonly rule: string;
      readonly ref: Ref; // where the object was, or is
    }
  | { readonly operation: 'breaker resume'; readonly rule: string }
);

/** `intended` is recorded before anything is written, one of the others afterwards. */
export type OperatorOutcome =
  | { readonly kind: 'intended' }
  | { readonly kind: 'applied'; readonly versionId?: string; readonly words?: string }
  | { readonly kind: 'superseded'; readonly words: string } // what was there is no longer what was judged
  | { readonly kind: 'refused'; readonly code: string; readonly words: string } // AWS's code and message
  | { readonly kind: 'unfinished'; readonly words: string } // interrupted: the same command goes on
  | { readonly kind: 'failed'; readonly words: string };
