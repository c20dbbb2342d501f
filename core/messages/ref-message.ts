import type { Ref } from '../objects/ref.ts';
import type { Order, Outcome } from '../orders/order.ts';

/** What put a ref on a queue. */
export type TriggerCause = 'event' | 'writer' | 'wait' | 'sweep' | 'redrive' | 'cli';

/** A writer's answer, carried back to the reader with the ref. */
export type Returned = {
  readonly intentId: string;
  readonly rule: string; // the rule whose finding the order was to mend
  readonly outcome: Outcome;
};

/** A ref and what its trigger knew. Nothing here is believed: state is always re-read. */
export type TriggeredRef = Ref & {
  readonly etag?: string;
  readonly sequencer?: string; // hexadecimal, orders events of the same key only
  readonly returned?: Returned;
  readonly attempt?: number; // how often it waited, absent for 0
};

/** Our own packed message on `objects` and `backlog`; S3's events are turned into the same. */
export type RefMessage = {
  readonly v: 1;
  readonly cause: TriggerCause;
  readonly runId?: string; // of a sweep, redrive or CLI run
  readonly refs: readonly TriggeredRef[];
};

/**
 * The ref of an order on its way back to the reader, whose next verdict verifies the outcome. Where the order made a
 * new version, that is what the verdict has to be about; the version that stays behind is judged beside it.
 */
export const toReturn = (
  { ref, intentId, because }: Pick<Order, 'ref' | 'intentId' | 'because'>,
  outcome: Outcome,
): RefMessage => {
  const returned = { intentId, rule: because.rule, outcome };
  const { became, residual } = outcome.kind === 'applied' ? outcome : {};
  const made = became === undefined ? ref : { ...ref, versionId: became };
  return {
    v: 1,
    cause: 'writer',
    refs: [
      { ...made, returned },
      ...(residual === undefined ? [] : [{ ...ref, versionId: residual }]),
    ],
  };
};
