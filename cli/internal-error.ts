import { showText } from '../core/show-text.ts';
import { CliError } from './cli-error.ts';

/** Not the person's mistake, and not AWS's: one to report. */
export const internalError = (thrown: unknown): CliError => {
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new CliError(
    'E_INTERNAL',
    `a mistake in sealward itself: ${showText(words)}; run it again with \`--debug\` and report what it prints`,
  );
};
