import type { Verdict } from '../judge/verdict.ts';
import type { TriggerCause, TriggeredRef } from '../messages/ref-message.ts';
import type { Encryption } from '../objects/encryption.ts';
import type { Ref } from '../objects/ref.ts';
import type { Sent } from '../orders/gate-plan.ts';
import type { Plan } from '../orders/order.ts';

/** All that a verdict's record is made from. */
export type VerdictRecordInput = {
  readonly ref: TriggeredRef; // what triggered
  readonly cause: TriggerCause;
  readonly runId?: string;
  readonly judged: { readonly ref: Ref; readonly verdict: Verdict }; // what was really read
  readonly encryption?: Encryption;
  readonly etag?: string;
  readonly lastModified?: Date;
  readonly size?: number; // bytes
  readonly plan?: Plan; // for violations
  readonly sent?: Sent; // what became of a planned order
  readonly tries?: number; // for what a queue gave up on
  readonly receivedAt?: Date;
};
