import type { Terminal } from '../../runtime/wire-cli.ts';
import type { CliError } from '../cli-error.ts';
import type { ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { errorJson, showError } from '../show-error.ts';
import type { Checked } from './check-ports.ts';
import { checkedJson } from './checked-json.ts';
import { showChecked } from './show-checked.ts';
import { type CheckOutcome, outcomeOf, type Tally, totalOf } from './tally.ts';

export type Ending = {
  readonly tally: Tally;
  readonly exitCode: ExitCode;
  readonly interrupted: boolean;
  readonly error?: CliError; // what broke the run off
  readonly policyHash: string;
};

export type CheckReport = {
  readonly object: (checked: Checked) => void;
  readonly end: (ending: Ending) => void;
};

const WELL: ReadonlySet<CheckOutcome> = new Set(['compliant', 'exempt', 'gone']);

export const createTextReport = (terminal: Terminal, quiet: boolean): CheckReport => {
  const paint = createPaint(terminal.color);
  return {
    object: (checked) => {
      if (quiet && WELL.has(outcomeOf(checked))) return;
      for (const line of showChecked(checked, paint)) terminal.out(line);
    },
    end: ({ tally, interrupted, error, policyHash }) => {
      const counts = Object.entries(tally).filter(([, count]) => count > 0);
      const total = totalOf(tally);
      const cut = interrupted ? ' (interrupted)' : error === undefined ? '' : ' (broken off)';
      terminal.out(
        [`checked ${total} ${total === 1 ? 'object' : 'objects'}${cut}`]
          .concat(counts.map(([outcome, count]) => `${count} ${outcome}`))
          .join(', ')
          .concat(`; policy ${policyHash.slice(0, 12)}; nothing was changed`),
      );
      if (error !== undefined) terminal.err(showError(error));
    },
  };
};

export const createJsonReport = (terminal: Terminal, quiet: boolean): CheckReport => ({
  object: (checked) => {
    if (quiet && WELL.has(outcomeOf(checked))) return;
    terminal.out(jsonLine(checkedJson(checked)));
  },
  end: ({ tally, error, ...rest }) => {
    const broken = error === undefined ? {} : { error: errorJson(error) };
    terminal.out(
      jsonLine({ kind: 'summary', checked: totalOf(tally), ...tally, ...rest, ...broken }),
    );
    if (error !== undefined) terminal.err(showError(error));
  },
});
