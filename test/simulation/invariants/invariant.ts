import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { AwsModel } from '../../../local/model/state.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Step } from '../steps/step.ts';

export type InvariantNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13;

/** A `window` is what AWS itself leaves open: counted apart, each kind named in docs/limits.md. */
export type Finding = {
  readonly kind: 'violation' | 'window';
  readonly invariant: InvariantNumber;
  readonly words: string; // of a window: its name, the same for all of its kind
};

export type AtRest = {
  readonly now: number; // epoch ms
  readonly model: AwsModel;
  readonly records: readonly LedgerRecord[]; // in the order in which they became durable
};

/** Watches one run. A watch may keep what it saw; `atRest` is asked once, when no message is left and no fault goes on. */
export type Watch = {
  readonly see?: (step: Step) => readonly Finding[];
  readonly atRest?: (end: AtRest) => readonly Finding[];
};

export type Invariant = {
  readonly number: InvariantNumber;
  readonly title: string; // the sentence of DESIGN section 4
  readonly watch: (scenario: Scenario) => Watch;
};
