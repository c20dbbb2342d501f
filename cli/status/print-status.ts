import { showText } from '../../core/show-text.ts';
import type { CliStack, Terminal } from '../../runtime/wire-cli.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { showBreaker } from '../breaker/show-breaker.ts';
import { showFacts } from '../quarantine/show-entry.ts';
import { showCopy, showLeftover, showStalled } from './show-upload.ts';
import type { StackStatus } from './stack-status.ts';
import { toStatusJson } from './to-status-json.ts';

type Stack = Pick<CliStack, 'name' | 'account' | 'region'>;

/** 2 wins over 1: what could not be seen may be what a person has to look after. */
export const statusExitCode = ({ leftovers, stalled, breakers, unseen }: StackStatus): ExitCode => {
  if (unseen.length > 0) return EXIT.failed;
  return leftovers.length + stalled.length + breakers.length > 0 ? EXIT.found : EXIT.ok;
};

export const printStatus = (
  status: StackStatus,
  stack: Stack,
  terminal: Terminal,
  json: boolean,
): void => {
  if (json) {
    terminal.out(jsonLine(toStatusJson(status, stack, statusExitCode(status))));
    return;
  }
  const paint = createPaint(terminal.color);
  const lines = [
    `${'mode'.padEnd(13)}  ${showText(status.mode)}`,
    ...status.copies.flatMap((copy) => showCopy(copy, stack, paint)),
    ...status.stalled.flatMap((copy) => showStalled(copy, stack, paint)),
    ...status.leftovers.flatMap((upload) => showLeftover(upload, stack, paint)),
    ...status.breakers.flatMap((breaker) => showBreaker(breaker, stack.name, paint)),
    ...status.unseen.flatMap(({ what, words }) => [
      `${paint('yellow', 'not seen'.padEnd(13))}  ${showText(what)}`,
      ...showFacts([['AWS said', showText(words)]]),
    ]),
    summary(status),
  ];
  for (const line of lines) terminal.out(line);
};

const summary = ({ copies, stalled, leftovers, breakers, unseen }: StackStatus): string => {
  const left = stalled.length + leftovers.length;
  const counts = [
    `${copies.length} ${copies.length === 1 ? 'copy' : 'copies'} under way`,
    `${left} ${left === 1 ? 'upload' : 'uploads'} left over`,
    `${breakers.length} circuit ${breakers.length === 1 ? 'breaker' : 'breakers'} open`,
  ];
  return `${counts.join(', ')}${unseen.length > 0 ? `, ${unseen.length} not seen` : ''}; nothing was changed`;
};
