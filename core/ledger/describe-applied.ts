import type { Outcome } from '../orders/order.ts';
import { quoteText } from '../show-text.ts';
import { showWords } from './show-words.ts';

type Applied = Omit<Extract<Outcome, { kind: 'applied' }>, 'kind'>;

/** What a person should know of how an order was applied, in brackets; empty where there is nothing to know. */
export const describeApplied = ({ became, residual, movedTo, words }: Applied): string => {
  const parts = [
    became === undefined ? [] : `version ${quoteText(became)} is the copy`,
    residual === undefined ? [] : `version ${quoteText(residual)} stays behind as it was`,
    movedTo === undefined ? [] : `moved into quarantine as ${quoteText(movedTo)}`,
    words === undefined ? [] : showWords(words),
  ].flat();
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
};
