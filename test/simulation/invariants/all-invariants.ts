import { DATA_INVARIANTS } from './data-invariants.ts';
import type { Invariant } from './invariant.ts';
import { LEDGER_INVARIANTS } from './ledger-invariants.ts';

/** The thirteen invariants of docs/design.md, as far as one run can break them. */
export const INVARIANTS: readonly Invariant[] = [...DATA_INVARIANTS, ...LEDGER_INVARIANTS].toSorted(
  (a, b) => a.number - b.number,
);
