import { showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import type { StackQuarantine } from './quarantine-of.ts';

/** Only the release role can look into the quarantine: whoever is refused is told how to become it. */
export const asReleaseRole = async <Result>(
  { toProblem }: Pick<CliDoor, 'toProblem'>,
  { releaseRole }: Pick<StackQuarantine, 'releaseRole'>,
  work: () => Promise<Result>,
): Promise<Result> => {
  try {
    return await work();
  } catch (error) {
    const problem = toProblem(error);
    if (problem?.cause !== 'access-denied') throw error;
    throw new CliError(
      'E_ACCESS_DENIED',
      `AWS refused: run it as the release role of the stack, for example with an AWS profile that says \`role_arn = ${showText(releaseRole)}\` (AWS said: ${showText(problem.words)})`,
    );
  }
};
