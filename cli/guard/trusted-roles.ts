import { parseRoleArn, type RoleArn } from '../../core/guard/role-arn.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import { CliError } from '../cli-error.ts';

type StackReading =
  | { readonly kind: 'stack'; readonly outputs: Readonly<Record<string, string>> }
  | { readonly kind: 'no-such-stack'; readonly words: string };

/** Outputs of the stack with the roles that a deny statement must leave out. */
const OUTPUTS = ['JudgeObjectRoleArn', 'QuarantineObjectRoleArn', 'ReleaseRoleArn'] as const;

export const trustedRolesOfStack = (stack: string, reading: StackReading): readonly RoleArn[] => {
  if (reading.kind === 'no-such-stack') {
    throw new CliError(
      'E_STACK_NOT_FOUND',
      `there is no stack ${quoteText(stack)} in this account and Region (AWS said: ${showText(reading.words)})`,
    );
  }
  return OUTPUTS.map((name) => {
    const role = parseRoleArn(reading.outputs[name] ?? '');
    if (role === undefined) {
      throw new CliError(
        'E_NOT_OPTED_IN',
        `stack ${quoteText(stack)} has no role in its output \`${name}\`: deploy it with \`quarantineBuckets\`, or name the roles with \`--trusted-role\``,
      );
    }
    return role;
  });
};
