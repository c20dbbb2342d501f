import { assertNever } from '../assert-never.ts';
import { showWords } from '../ledger/show-words.ts';
import { quoteText } from '../show-text.ts';
import type { OperatorAct, OperatorOutcome } from './operator-act.ts';

/** One sentence for an auditor: who, what, why, and how it ended. */
export const describeAct = (act: OperatorAct, outcome: OperatorOutcome): string =>
  `${quoteText(act.by.arn)} ${ended(act, outcome)}, for the reason \`${showWords(act.reason).replaceAll('`', '\\u{60}')}\``;

const ended = (act: OperatorAct, outcome: OperatorOutcome): string => {
  const [does, did, what] =
    act.operation === 'quarantine release'
      ? (['releases', 'released', quoteText(`${act.ref.bucket}/${act.ref.key}`)] as const)
      : (['resumes', 'resumed', `the orders of rule ${quoteText(act.rule)}`] as const);
  switch (outcome.kind) {
    case 'intended':
      return `${does} ${what}`;
    case 'applied':
      return `${did} ${what}${outcome.words === undefined ? '' : ` (${showWords(outcome.words)})`}`;
    case 'unfinished':
      return `began to, and has not yet ${did} ${what} (${showWords(outcome.words)})`;
    case 'superseded':
    case 'failed':
      return `has not ${did} ${what} (${showWords(outcome.words)})`;
    case 'refused':
      return `has not ${did} ${what}: AWS refused (${showWords(`${outcome.code}: ${outcome.words}`)})`;
    default:
      return assertNever(outcome);
  }
};
