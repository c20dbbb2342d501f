import type { Acted } from '../../app/operator/under-record.ts';
import { resumeBreaker } from '../../app/operator/resume-breaker.ts';
import { fingerprint } from '../../core/fingerprint.ts';
import { quoteText } from '../../core/show-text.ts';
import type { CliDoor, CliStack } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { breakersOf } from '../stack/breakers-of.ts';
import { recordActWith } from '../stack/record-act.ts';
import { requireOutput } from '../stack/require-output.ts';

/** There was nothing to resume: a name mistyped, or a rule that somebody has resumed already. */
export type NotOpen = {
  readonly kind: 'not-open';
  readonly known: boolean; // to the table: it gave orders lately
  readonly open: readonly string[]; // the rules that are held
};

/** Resumes one rule, if its breaker is open. */
export const runResume = async (
  door: Pick<CliDoor, 'now'>,
  stack: CliStack,
  rule: string,
  reason: string,
): Promise<Extract<Acted, { kind: 'ended' }> | NotOpen> => {
  const table = breakersOf(stack);
  const ledgerStream = requireOutput(stack, 'LedgerStreamName');
  const breakers = await stack.readBreakersIn(table)();
  const breaker = breakers.find((one) => one.rule === rule);
  if (breaker?.opened === undefined) {
    const open = breakers.filter(({ opened }) => opened !== undefined).map((one) => one.rule);
    return { kind: 'not-open', known: breaker !== undefined, open };
  }
  const acted = await resumeBreaker(
    {
      resume: stack.resumeBreakerIn(table),
      record: recordActWith(door, stack, ledgerStream),
    },
    {
      operation: 'breaker resume',
      id: fingerprint('resume', stack.name, rule, breaker.opened.at, breaker.opened.by),
      by: await stack.readCaller(),
      rule,
      reason,
      begunAt: door.now(),
    },
  );
  if (acted.kind === 'ended') return acted;
  throw new CliError(
    'E_LEDGER',
    `the ledger stream ${quoteText(ledgerStream)} did not take the record, so nothing was done: run it again`,
  );
};
