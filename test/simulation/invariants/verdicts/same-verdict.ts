import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Invocation, Step } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { detailOf, type Place, placeOf, shown } from '../ledger/record-of.ts';
import { NOTHING, violation } from '../ledger/violation.ts';
import { type Basis, basesOf, isToldOf } from './basis.ts';
import { besidesOf } from './besides.ts';
import { trueTimes } from './clock.ts';
import { type Expected, expectedVerdict } from './expected-verdict.ts';
import { lapses, says } from './says.ts';
import { type AllSeenCalls, createSeenCalls, type SeenCalls } from './seen-calls.ts';

type Recorded = Extract<Step, { kind: 'recorded' }>;

const expectedOf = (
  scenario: Scenario,
  { bucket, ...place }: Place,
  basis: Extract<Basis, { kind: 'object' }>,
  calls: SeenCalls,
  seen: AllSeenCalls,
  { at, time }: { readonly at: number; readonly time: number },
): readonly Expected[] =>
  besidesOf({ bucket, ...place }, basis.told, calls, seen, at).flatMap((beside) =>
    lapses(time, at - calls.beganAt, scenario.exemptUntil).map((isLapsed) =>
      expectedVerdict(scenario, bucket, basis.told, beside, isLapsed),
    ),
  );

/** A record's time is when its object was read, just before. */
const isReadThen = (time: number, { head }: Basis, beganAt: number, by: Invocation): boolean => {
  const { from, to } = trueTimes(time, by);
  return to >= beganAt && from < head.call.at;
};

const judgeRecord = (
  scenario: Scenario,
  record: LedgerRecord,
  place: Place,
  calls: SeenCalls,
  seen: AllSeenCalls,
  { at, by }: Recorded,
): string | undefined => {
  if (detailOf(record).policyHash !== by.policyHash) return 'is under another policy';
  const told = basesOf(place, calls).filter((basis) => isToldOf(record, basis));
  if (told.length === 0) return 'tells what no HEAD told';
  if (!told.some((basis) => isReadThen(record.time, basis, calls.beganAt, by))) {
    return 'has another time than that of its reading';
  }
  const expected = told.flatMap((basis) =>
    basis.kind === 'object'
      ? expectedOf(scenario, place, basis, calls, seen, { at, time: record.time })
      : [],
  );
  const isAsExpected =
    told.some(({ kind }) => kind !== 'object') || expected.some((one) => says(record, one));
  return isAsExpected
    ? undefined
    : `is \`${detailOf(record).kind}\`, expected ${JSON.stringify(expected[0])}`;
};

export const SAME_VERDICT: Invariant = {
  number: 11,
  title: 'same facts, same policy: same verdict, in every door',
  watch: (scenario) => {
    const seen = createSeenCalls();
    return {
      see: (step: Step): readonly Finding[] => {
        seen.see(step);
        if (step.kind !== 'recorded' || step.by.function !== 'judge-object') return NOTHING;
        const calls = seen.of(step.by);
        if (calls === undefined) return NOTHING;
        return step.records.flatMap((record) => {
          const place = placeOf(record);
          if (place === undefined) return [];
          const flaw = judgeRecord(scenario, record, place, calls, seen, step);
          return flaw === undefined ? [] : [violation(11, `the record of ${shown(place)} ${flaw}`)];
        });
      },
    };
  },
};
