import { assertNever } from '../assert-never.ts';
import type { Violation } from '../judge/verdict.ts';
import { quoteText } from '../show-text.ts';
import { describeFinding } from './describe-finding.ts';
import { describePlan } from './describe-plan.ts';
import { describeReturn, describeTraces } from './describe-return.ts';
import { showWords } from './show-words.ts';
import type { VerdictRecordInput } from './verdict-record-input.ts';

/** One sentence that a person can act on: which object, what was found, what follows. */
export const describeVerdict = (input: VerdictRecordInput): string => {
  const { ref, judged, encryption } = input;
  const { verdict } = judged;
  const name = quoteText(`${judged.ref.bucket}/${judged.ref.key}`);
  const outcome = ref.returned?.outcome;
  const traces = describeTraces(outcome);
  const also = traces === undefined ? '' : `; ${traces}`;
  switch (verdict.kind) {
    case 'compliant':
      return outcome === undefined
        ? `${name} meets rule ${quoteText(verdict.rule)}`
        : `${name} now meets rule ${quoteText(verdict.rule)}: ${describeReturn(outcome)}`;
    case 'exempt': {
      const finding = describeFinding(verdict.from, encryption);
      return `${name} ${finding}: exempt by ${quoteText(verdict.exemption)}${also}`;
    }
    case 'violation':
      return `${name} ${describeFinding(verdict, encryption)}: ${whatFollows(input, verdict)}${also}`;
    case 'indeterminate': {
      const words = verdict.words === undefined ? '' : ` (${showWords(verdict.words)})`;
      return `${name} could not be judged: ${quoteText(verdict.cause)}${words}${also}`;
    }
    case 'gone':
      return `${name} is ${verdict.deleteMarker ? 'a delete marker' : 'gone'}: ${traces ?? 'nothing to judge'}`;
    default:
      return assertNever(verdict);
  }
};

const whatFollows = (input: VerdictRecordInput, { lapsedExemption }: Violation): string => {
  const lapsed =
    lapsedExemption === undefined
      ? ''
      : `exemption ${quoteText(lapsedExemption)} has expired, so that it counts again; `;
  return `${lapsed}${describePlan(input)}`;
};
