import type { Refusal } from '../copies/refusal.ts';
import type { Outcome } from '../orders/order.ts';

/** An order that we ourselves will not carry out, with a code of ours and what to do next. */
export const refused = (code: string, words: string): Outcome => ({ kind: 'refused', code, words });

/** What AWS would not do, as an outcome. */
export const toOutcome = (refusal: Refusal): Outcome =>
  refusal.kind === 'changed' ? { kind: 'superseded', words: refusal.words } : refusal;
