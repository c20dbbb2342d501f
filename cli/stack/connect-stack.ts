import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor, CliStack, StackOptions } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { describeAwsProblem } from '../describe-aws-problem.ts';

/** The deployed stack, or one line that says why not. */
export const connectStack = async (
  door: Pick<CliDoor, 'connectStack'>,
  { stack, region }: StackOptions,
): Promise<CliStack> => {
  const found = await door.connectStack({ stack, ...(region !== undefined && { region }) });
  switch (found.kind) {
    case 'stack':
      return found;
    case 'no-such-stack':
      throw new CliError(
        'E_STACK_NOT_FOUND',
        `there is no stack ${quoteText(stack)} in \`${found.region}\` of account \`${found.account}\`: check its name, \`--region\` and \`AWS_PROFILE\` (AWS said: ${showText(found.words)})`,
      );
    case 'aws-problem':
      throw describeAwsProblem(found, {
        permission: `\`cloudformation:DescribeStacks\` on stack ${quoteText(stack)}`,
        ...(region !== undefined && { region }),
      });
    default:
      return found satisfies never;
  }
};
