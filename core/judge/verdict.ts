import type { Ref } from '../objects/ref.ts';
import type { Cause } from '../objects/object-facts.ts';
import type { Severity } from '../policy/compiled-policy.ts';

/** The names that a policy's `require` uses; each is decided in the file of the same name in core/requirements/. */
export type RequirementId =
  | 'encryption'
  | 'kms-key'
  | 'key-manager'
  | 'key-account'
  | 'bucket-key'
  | 'key-rotation';

/** One requirement that the object does not meet. */
export type Finding = {
  readonly requirement: RequirementId;
  readonly expected: readonly string[]; // any one of these would have met it
  readonly found: string;
};

/** One requirement that could not be decided. */
export type Undecided = {
  readonly requirement: RequirementId;
  readonly cause: Cause;
  readonly words?: string;
};

// INVARIANT: every violation names exactly one requirement; the others stand in `also`.
export type Violation = Finding & {
  readonly kind: 'violation';
  readonly rule: string;
  readonly severity: Severity;
  readonly also: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly lapsedExemption?: string; // would have exempted it, had it not expired
};

export type Verdict =
  | { readonly kind: 'compliant'; readonly rule: string }
  | { readonly kind: 'exempt'; readonly exemption: string; readonly from: Violation }
  | Violation
  | {
      readonly kind: 'indeterminate';
      readonly rule?: string; // absent where not even the governing rule could be told
      readonly cause: Cause;
      readonly words?: string;
      readonly undecided: readonly Undecided[];
    }
  | { readonly kind: 'gone'; readonly deleteMarker: boolean };

/** A verdict and the exact version it is about. */
export type Judged = { readonly ref: Ref; readonly verdict: Verdict };
