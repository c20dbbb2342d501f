import type { OperatorAct, OperatorOutcome } from '../../core/operator/operator-act.ts';

/** Writes one record of an act to the ledger, and answers whether it is durable. */
export type RecordAct = (act: OperatorAct, outcome: OperatorOutcome) => Promise<boolean>;

export type Acted =
  | { readonly kind: 'not-begun' } // the ledger did not take the intent: nothing was done
  | {
      readonly kind: 'ended';
      readonly outcome: OperatorOutcome;
      readonly recorded: boolean; // whether the ledger has that outcome
    };

/**
 * Does what a person asked for between two records: nothing without an intent in the ledger, and every intent is
 * closed, also where AWS fails in between.
 */
export const underRecord = async (
  record: RecordAct,
  act: OperatorAct,
  work: () => Promise<OperatorOutcome>,
): Promise<Acted> => {
  if (!(await record(act, { kind: 'intended' }))) {
    return { kind: 'not-begun' };
  }
  let outcome: OperatorOutcome;
  try {
    outcome = await work();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    await record(act, { kind: 'failed', words }).catch(() => false); // what failed first is what counts
    throw error;
  }
  return { kind: 'ended', outcome, recorded: await record(act, outcome) };
};
