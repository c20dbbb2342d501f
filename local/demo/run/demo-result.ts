import type { CheckedKey } from '../check/check-key.ts';
import type { CheckedUpload } from '../check/check-upload.ts';
import type { FaultTally } from '../../front/faults/tally.ts';
import type { DemoCase } from '../cases/demo-case.ts';
import type { ReleaseStory } from '../release/release-story.ts';

/** One case with everything that was placed for it. */
export type CheckedCase = {
  readonly demoCase: DemoCase;
  readonly uploads: readonly CheckedUpload[];
  readonly keys: readonly CheckedKey[];
};

/** What `--json` prints, in one object. Times in milliseconds: PUT answered to the record of the final verdict. */
export type DemoNumbers = {
  readonly objects: number;
  readonly compliant: number; // left alone
  readonly reencrypted: number; // in place
  readonly copied: number; // onto themselves
  readonly isolated: number; // by a tag, where they are
  readonly quarantined: number; // moved into the quarantine bucket
  readonly released: number; // put back from there by the command
  readonly reported: number;
  readonly exempt: number;
  readonly indeterminate: number;
  readonly gone: number;
  readonly unsettled: number; // no final record came
  readonly unexpected: number; // that did not end exactly as expected
  readonly bytesChanged: number;
  readonly versionsLost: number;
  readonly strays: number; // records about objects that nobody put
  readonly records: number; // in the ledger, each once
  readonly intentsOpen: number;
  readonly uploadsLeft: number; // multipart uploads that nobody goes on with
  readonly copiesLeft: number; // older versions in quarantine
  readonly alerts: number;
  readonly dlq: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly objectsPerSecond: number;
  readonly seconds: number; // first PUT to last final record
  readonly node: string;
  readonly deployed: boolean;
  readonly faults?: FaultTally & { readonly seed: number }; // only with `--faults`
};

export type DemoResult = {
  readonly cases: readonly CheckedCase[];
  readonly problems: readonly string[]; // of the run as a whole
  readonly release?: ReleaseStory; // absent where nothing that is released was put
  readonly numbers: DemoNumbers;
};

/** INVARIANT: only this decides the exit code. */
export const isAsExpected = ({ problems, release, numbers }: DemoResult): boolean =>
  numbers.unexpected === 0 && problems.length === 0 && (release?.problems ?? []).length === 0;
