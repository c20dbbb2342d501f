import type { BreakerOpened } from '../breaker/admission.ts';
import type { Undecided, Verdict } from '../judge/verdict.ts';
import type { TriggerCause } from '../messages/ref-message.ts';
import type { Cause } from '../objects/object-facts.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { Sent } from '../orders/gate-plan.ts';
import type { EncryptTo, OrderKind, Outcome, Pin, ReportReason } from '../orders/order.ts';
import type { RecordKind } from './record-kind.ts';

/** An intent that this record closes. `failed`: its order ended in the dead-letter queue. */
export type ClosedIntent = {
  readonly intentId: string;
  readonly outcome: Outcome['kind'];
  readonly rule: string;
  readonly code?: string; // of a refusal: AWS's, or the writer's own
  readonly words?: string; // AWS's or the writer's, verbatim
  readonly became?: string; // version id of the copy that was made current
  readonly residual?: string; // version id that stays behind as it was found
  readonly movedTo?: string; // `s3://…` of the copy in quarantine
};

/** An intent that this record opens, and the order that was sent once the record was durable. */
export type OpenedIntent = {
  readonly intentId: string;
  readonly order: { readonly kind: OrderKind; readonly pin: Pin; readonly to?: EncryptTo };
};

/** What followed from a violation. `sent` is absent where nothing decides it: an order planned, no more. */
export type PlanDetail =
  | {
      readonly kind: 'order';
      readonly order: OrderKind;
      readonly intentId: string;
      readonly to?: EncryptTo;
      readonly sent?: Sent;
    }
  | { readonly kind: 'report'; readonly reason: ReportReason; readonly detail?: string }
  | { readonly kind: 'wait'; readonly reason: 'replication-pending'; readonly seconds: number };

/** Ours that OCSF has no name for, under `unmapped.sealward`. Raw, hostile text. */
export type SealwardDetail = {
  readonly kind: RecordKind;
  readonly stack: string;
  readonly policyHash: string;
  readonly verdict?: Verdict['kind'];
  readonly rule?: string; // the one that governs
  readonly cause?: Cause; // why it is indeterminate
  readonly words?: string; // AWS's, verbatim
  readonly encryption?: Encryption; // as found
  readonly exemption?: string;
  readonly lapsedExemption?: string;
  readonly undecided?: readonly Undecided[];
  readonly deleteMarker?: boolean;
  readonly plan?: PlanDetail;
  readonly intent?: OpenedIntent;
  readonly closes?: ClosedIntent;
  readonly trigger?: {
    readonly cause: TriggerCause;
    readonly sequencer?: string;
    readonly runId?: string;
    readonly attempt?: number;
    readonly receivedAt?: number; // epoch ms
  };
  readonly breaker?: Omit<BreakerOpened, 'rule'>; // what the rule's circuit breaker counted when it opened
  readonly tries?: number; // how often a queue delivered it before giving up
  readonly body?: {
    readonly base64: string; // of the first 512 KiB
    readonly bytes: number; // of the whole
    readonly sha256: string; // of the whole
    readonly cut: boolean;
  };
};
