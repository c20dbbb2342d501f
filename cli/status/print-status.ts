import { abortCommand } from '../../core/copies/abort-command.ts';
import type { StartedUpload } from '../../core/copies/started-upload.ts';
import { showText } from '../../core/show-text.ts';
import type { CliStack, Terminal } from '../../runtime/wire-cli.ts';
import { showRef } from '../check/show-checked.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint, type Paint } from '../paint.ts';
import { showBreaker } from '../breaker/show-breaker.ts';
import { showFacts } from '../quarantine/show-entry.ts';
import type { CopyStatus, StackStatus } from './stack-status.ts';

type Stack = Pick<CliStack, 'name' | 'account' | 'region'>;

/** 2 wins over 1: what could not be seen may be what a person has to look after. */
export const statusExitCode = ({ leftovers, breakers, unseen }: StackStatus): ExitCode => {
  if (unseen.length > 0) return EXIT.failed;
  return leftovers.length + breakers.length > 0 ? EXIT.found : EXIT.ok;
};

export const printStatus = (
  status: StackStatus,
  stack: Stack,
  terminal: Terminal,
  json: boolean,
): void => {
  if (json) {
    const { mode, copies, breakers, unseen } = status;
    const leftovers = status.leftovers.map((one) => ({ ...one, end: abortCommand(one, stack) }));
    const exitCode = statusExitCode(status);
    terminal.out(
      jsonLine({
        kind: 'status',
        stack: stack.name,
        mode,
        copies,
        leftovers,
        breakers,
        unseen,
        exitCode,
      }),
    );
    return;
  }
  const paint = createPaint(terminal.color);
  const lines = [
    `${'mode'.padEnd(13)}  ${showText(status.mode)}`,
    ...status.copies.flatMap((copy) => showCopy(copy, paint)),
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

const showCopy = ({ progress, parts }: CopyStatus, paint: Paint): readonly string[] => {
  const { bucket, key, startedAt, upload } = progress;
  return [
    `${paint('dim', 'copying'.padEnd(13))}  ${showRef({ bucket, key })}`,
    ...showFacts([
      ['since', startedAt],
      ['parts', showParts(parts)],
      ...(upload === undefined ? [] : [['upload', showText(upload.uploadId)] as const]),
    ]),
  ];
};

const showParts = (parts: CopyStatus['parts']): string => {
  switch (parts.kind) {
    case 'at-once':
      return 'none: it is copied at once';
    case 'parts':
      return `${parts.done} of ${parts.total}`;
    case 'no-upload':
      return 'its upload was completed or aborted: what is noted of it goes away by itself';
    case 'unreadable':
      return 'could not be read';
    default:
      return parts satisfies never;
  }
};

const showLeftover = (upload: StartedUpload, stack: Stack, paint: Paint): readonly string[] => [
  `${paint('yellow', 'left over'.padEnd(13))}  ${showRef(upload)}`,
  ...showFacts([
    ...(upload.startedAt === undefined ? [] : [['since', upload.startedAt.toISOString()] as const]),
    ['upload', showText(upload.uploadId)],
    ['begun by', showText(upload.initiator)],
    ['end it', abortCommand(upload, stack) ?? 'with an SDK: no command line can hold its key'],
  ]),
];

const summary = ({ copies, leftovers, breakers, unseen }: StackStatus): string => {
  const counts = [
    `${copies.length} ${copies.length === 1 ? 'copy' : 'copies'} under way`,
    `${leftovers.length} ${leftovers.length === 1 ? 'upload' : 'uploads'} left over`,
    `${breakers.length} circuit ${breakers.length === 1 ? 'breaker' : 'breakers'} open`,
  ];
  return `${counts.join(', ')}${unseen.length > 0 ? `, ${unseen.length} not seen` : ''}; nothing was changed`;
};
