import { EXIT, type ExitCode } from '../exit-codes.ts';
import type { Checked } from './check-ports.ts';

export type CheckOutcome =
  | 'compliant'
  | 'exempt'
  | 'violation'
  | 'indeterminate'
  | 'gone'
  | 'failed';

export type Tally = Readonly<Record<CheckOutcome, number>>;

export const NOTHING: Tally = {
  compliant: 0,
  exempt: 0,
  violation: 0,
  indeterminate: 0,
  gone: 0,
  failed: 0,
};

export const outcomeOf = (checked: Checked): CheckOutcome =>
  checked.kind === 'failed' ? 'failed' : checked.verdict.kind;

export const addTo = (tally: Tally, checked: Checked): Tally => {
  const outcome = outcomeOf(checked);
  return { ...tally, [outcome]: tally[outcome] + 1 };
};

/** How many were looked at. */
export const totalOf = (tally: Tally): number =>
  Object.values(tally).reduce((total, count) => total + count, 0);

/** Nothing was there: most likely a mistyped name, which must not pass for compliant. */
export const foundNothing = (tally: Tally): boolean => totalOf(tally) === tally.gone;

/** 2 wins over 1: as long as something is undecided, nobody knows how many violations there are. */
export const exitCodeOf = (tally: Tally): ExitCode => {
  if (tally.indeterminate > 0 || tally.failed > 0 || foundNothing(tally)) return EXIT.failed;
  return tally.violation > 0 ? EXIT.found : EXIT.ok;
};
