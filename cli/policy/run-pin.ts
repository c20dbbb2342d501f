import type { PinPlan, PinStep } from '../../app/pin-aliases.ts';
import { serialisePolicyLock } from '../../core/policy/policy-lock.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type ExitCode } from '../exit-codes.ts';
import { createPaint } from '../paint.ts';
import { showPin } from './show-pins.ts';

export type PinRun = {
  readonly lockFile: string;
  readonly dryRun: boolean;
  readonly acceptMoved: boolean;
};

/** Prints what would become of each alias, then writes the lock file: all of it, or nothing. */
export const runPin = async (
  { steps, lock }: PinPlan,
  { terminal, replaceTextFile }: Pick<CliDoor, 'terminal' | 'replaceTextFile'>,
  { lockFile, dryRun, acceptMoved }: PinRun,
): Promise<ExitCode> => {
  const paint = createPaint(terminal.color);
  for (const line of steps.flatMap((step) => showPin(step, paint))) terminal.out(line);
  refuseUnpinnable(steps);
  if (!acceptMoved) refuseMoved(steps);
  if (!steps.some(({ kind }) => kind === 'added' || kind === 'moved' || kind === 'dropped')) {
    terminal.out(
      steps.length === 0
        ? 'the policy names no alias: there is nothing to pin'
        : `every alias is pinned in ${quoteText(lockFile)} already`,
    );
    return EXIT.ok;
  }
  if (dryRun) {
    terminal.out('nothing was written: run it again without `--dry-run`');
    return EXIT.found;
  }
  const written = await replaceTextFile(lockFile, serialisePolicyLock(lock));
  if (written.kind === 'unwritable') {
    throw new CliError(
      'E_FILE',
      `${quoteText(lockFile)} cannot be written: ${showText(written.words)}`,
    );
  }
  terminal.out(`wrote ${quoteText(lockFile)}: commit it with the policy`);
  return EXIT.ok;
};

const refuseUnpinnable = (steps: readonly PinStep[]): void => {
  if (steps.some(({ kind }) => kind === 'unresolved' || kind === 'unusable')) {
    throw new CliError(
      'E_ALIAS',
      'not every alias can be pinned, so nothing was written: check its name, the Region, and that you have `kms:DescribeKey`',
    );
  }
};

const refuseMoved = (steps: readonly PinStep[]): void => {
  if (steps.some(({ kind }) => kind === 'moved')) {
    throw new CliError(
      'E_ALIAS_MOVED',
      'an alias points to another key than before, so nothing was written: find out who moved it, then run it again with `--accept-moved`',
    );
  }
};
