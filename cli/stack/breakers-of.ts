import { quoteText } from '../../core/show-text.ts';
import type { CliStack } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';

/** The table with the circuit breakers of a stack, or why there is none. */
export const breakersOf = ({ name, outputs }: Pick<CliStack, 'name' | 'outputs'>): string => {
  const table = outputs['StateTableName'];
  if (table === undefined) {
    throw new CliError(
      'E_NOT_OPTED_IN',
      `stack ${quoteText(name)} has no circuit breaker: deploy it with the param \`breakerOrdersPerHour\``,
    );
  }
  return table;
};
