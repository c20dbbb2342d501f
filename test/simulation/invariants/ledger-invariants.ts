import type { Invariant } from './invariant.ts';
import { ENDS_IN_LEDGER } from './ledger/ends-in-ledger.ts';
import { HOSTILE_TEXT } from './ledger/hostile-text.ts';
import { INTENTS } from './ledger/intents.ts';
import { CONVERGENCE } from './verdicts/convergence.ts';
import { ONE_CALL } from './verdicts/one-call.ts';
import { SAME_VERDICT } from './verdicts/same-verdict.ts';
import { UNREAD } from './verdicts/unread.ts';

/** The invariants that the ledger, the queues and the verdicts have to keep: 5, 6, 7, 8, 9, 11 and 13. */
export const LEDGER_INVARIANTS: readonly Invariant[] = [
  UNREAD,
  ENDS_IN_LEDGER,
  INTENTS,
  CONVERGENCE,
  ONE_CALL,
  SAME_VERDICT,
  HOSTILE_TEXT,
];
