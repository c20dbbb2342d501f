import { assertNever } from '../assert-never.ts';
import type { Finding, Undecided, Verdict, Violation } from '../judge/verdict.ts';
import { showText } from '../show-text.ts';
import { describeFinding } from './describe-finding.ts';
import type { LedgerCheck } from './ledger-record.ts';
import { showWords } from './show-words.ts';
import type { RecordContent } from './to-ocsf.ts';

/** Rule, requirements and checks of a verdict. `rule` is the one whose finding this is. */
export const complianceOf = (
  verdict: Verdict,
  rule: string | undefined,
): NonNullable<RecordContent['compliance']> => {
  const checks = checksOf(verdict);
  return {
    ...(rule !== undefined && { control: rule }),
    ...(checks.length > 0 && { requirements: checks.map(({ name }) => name), checks }),
  };
};

const checksOf = (verdict: Verdict): readonly LedgerCheck[] => {
  switch (verdict.kind) {
    case 'violation':
      return violationChecks(verdict);
    case 'exempt':
      return violationChecks(verdict.from);
    case 'indeterminate':
      return verdict.undecided.map(undecidedCheck);
    case 'compliant':
    case 'gone':
      return [];
    default:
      return assertNever(verdict);
  }
};

const violationChecks = (violation: Violation): readonly LedgerCheck[] => [
  failedCheck(violation),
  ...violation.also.map(failedCheck),
  ...violation.undecided.map(undecidedCheck),
];

const failedCheck = (finding: Finding): LedgerCheck => ({
  name: finding.requirement,
  desc: describeFinding(finding),
  status_id: 3,
  status: 'Fail',
});

const undecidedCheck = ({ requirement, cause, words }: Undecided): LedgerCheck => ({
  name: requirement,
  desc: words === undefined ? showText(cause) : `${showText(cause)} (${showWords(words)})`,
  status_id: 0,
  status: 'Unknown',
});
