import { abortCommand } from '../../core/copies/abort-command.ts';
import type { StartedUpload } from '../../core/copies/started-upload.ts';
import { showText } from '../../core/show-text.ts';
import type { CliStack } from '../../runtime/wire-cli.ts';
import { type Fact, showRef } from '../check/show-checked.ts';
import type { Paint } from '../paint.ts';
import { showFacts } from '../quarantine/show-entry.ts';
import { LONGEST_COPY } from './is-stalled.ts';
import { type CopyStatus, hasUpload } from './stack-status.ts';

type Stack = Pick<CliStack, 'account' | 'region'>;

/** A copy under way. */
export const showCopy = (copy: CopyStatus, stack: Stack, paint: Paint): readonly string[] => [
  `${paint('dim', 'copying'.padEnd(13))}  ${showRef(copy.progress)}`,
  ...showFacts([
    ...copyFacts(copy),
    ...(hasUpload(copy)
      ? ([
          ['note', 'it goes on by itself: end it only where its order has failed'],
          ['end it', endOf(copy, stack)],
        ] as const)
      : []),
  ]),
];

/** A copy that nothing goes on with, as far as its age tells. */
export const showStalled = (copy: CopyStatus, stack: Stack, paint: Paint): readonly string[] => [
  `${paint('yellow', 'left over'.padEnd(13))}  ${showRef(copy.progress)}`,
  ...showFacts([
    ...copyFacts(copy),
    [
      'note',
      `${LONGEST_COPY / 3_600_000} hours old: unless more parts are done when you look again, its order has failed, or its release was interrupted`,
    ],
    ['end it', endOf(copy, stack)],
  ]),
];

const copyFacts = ({ progress, parts }: CopyStatus): readonly Fact[] => [
  ['since', progress.startedAt],
  ['parts', showParts(parts)],
  ...(progress.upload === undefined
    ? []
    : [['upload', showText(progress.upload.uploadId)] as const]),
];

const endOf = ({ progress: { bucket, key, upload } }: CopyStatus, stack: Stack): string =>
  showEnd(abortCommand({ bucket, key, uploadId: upload?.uploadId ?? '' }, stack));

const showEnd = (command: string | undefined): string =>
  command ?? 'with an SDK: no command line can hold its key';

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

/** An upload that nothing is noted of. */
export const showLeftover = (
  upload: StartedUpload,
  stack: Stack,
  paint: Paint,
): readonly string[] => [
  `${paint('yellow', 'left over'.padEnd(13))}  ${showRef(upload)}`,
  ...showFacts([
    ...(upload.startedAt === undefined ? [] : [['since', upload.startedAt.toISOString()] as const]),
    ['upload', showText(upload.uploadId)],
    ['begun by', showText(upload.initiator)],
    ['end it', showEnd(abortCommand(upload, stack))],
  ]),
];
