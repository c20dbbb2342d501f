import { abortCommand } from '../../core/copies/abort-command.ts';
import type { CliStack } from '../../runtime/wire-cli.ts';
import type { ExitCode } from '../exit-codes.ts';
import { type CopyStatus, hasUpload, type StackStatus } from './stack-status.ts';

type Stack = Pick<CliStack, 'name' | 'account' | 'region'>;

/** What `--json` prints. Everything under `leftovers` is to be ended, and comes with the command that does. */
export const toStatusJson = (status: StackStatus, stack: Stack, exitCode: ExitCode): object => {
  const { mode, copies, stalled, leftovers, breakers, unseen } = status;
  return {
    kind: 'status',
    stack: stack.name,
    mode,
    copies: copies.map((copy) => ({ ...copy, end: endOf(copy, stack) })),
    leftovers: [
      ...stalled.map((copy) => toLeftover(copy, stack)),
      ...leftovers.map((one) => ({ ...one, end: abortCommand(one, stack) })),
    ],
    breakers,
    unseen,
    exitCode,
  };
};

const toLeftover = (copy: CopyStatus, stack: Stack): object => {
  const { bucket, key, upload, startedAt } = copy.progress;
  const { parts } = copy;
  return { bucket, key, uploadId: upload?.uploadId, startedAt, parts, end: endOf(copy, stack) };
};

const endOf = (copy: CopyStatus, stack: Stack): string | undefined => {
  const { bucket, key, upload } = copy.progress;
  return upload === undefined || !hasUpload(copy)
    ? undefined
    : abortCommand({ bucket, key, uploadId: upload.uploadId }, stack);
};
