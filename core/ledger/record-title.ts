import { quoteText } from '../show-text.ts';
import type { RecordKind } from './record-kind.ts';

const TITLES: Readonly<Record<RecordKind, string>> = {
  compliant: 'object is encrypted as the policy asks',
  exempt: 'object is exempt from the policy',
  violation: 'object is not encrypted as the policy asks',
  intent: 'object is not encrypted as the policy asks, and is being mended',
  refused: 'an order to mend an object was refused',
  failed: 'an object could not be mended',
  indeterminate: 'object could not be judged',
  gone: 'object is gone',
  'unreadable-message': 'a queue message could not be understood',
  'breaker-opened': 'a circuit breaker has opened',
};

/** The title of the finding, with the rule where there is one. */
export const recordTitle = (kind: RecordKind, rule?: string): string =>
  rule === undefined ? TITLES[kind] : `${TITLES[kind]}: rule ${quoteText(rule)}`;
