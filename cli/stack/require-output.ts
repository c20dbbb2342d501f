import { quoteText } from '../../core/show-text.ts';
import type { CliStack } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';

/** One output of the stack that every stack of ours has. */
export const requireOutput = (
  { name, outputs }: Pick<CliStack, 'name' | 'outputs'>,
  output: string,
): string => {
  const value = outputs[output];
  if (value === undefined) {
    throw new CliError(
      'E_STACK',
      `stack ${quoteText(name)} has no output \`${output}\`: is it a Sealward stack, deployed with this version?`,
    );
  }
  return value;
};
