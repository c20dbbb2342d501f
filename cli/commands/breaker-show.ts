import type { Command } from 'commander';
import { showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { showBreaker } from '../breaker/show-breaker.ts';
import { EXIT, type Finish } from '../exit-codes.ts';
import { jsonLine } from '../json-line.ts';
import { createPaint } from '../paint.ts';
import { breakersOf } from '../stack/breakers-of.ts';
import { connectStack } from '../stack/connect-stack.ts';
import { jsonOption, regionOption, stackOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Show the circuit breaker of every rule that gave orders lately.

With how many orders went within the hour, since when it is open, and who resumed it
last and why. Changes nothing.`;

const AFTER = `
Needs: cloudformation:DescribeStacks; dynamodb:Scan on the state table.

Exit codes:
  0    no rule is held
  1    at least one rule is held
  2    the stack or its table could not be read

Examples:
  $ sealward breaker show --stack sealward-prod`;

type ShowOptions = { readonly stack: string; readonly json?: true; readonly region?: string };

export const addBreakerShow = (group: Command, door: CliDoor, finish: Finish): void => {
  const command = group
    .command('show')
    .summary('show which rules are held')
    .description(unwrap(ABOUT))
    .addOption(stackOption())
    .addOption(jsonOption('print one JSON object per rule and line, the last one with the summary'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (options: ShowOptions) => {
      const stack = await connectStack(door, options);
      const breakers = await stack.readBreakersIn(breakersOf(stack))();
      const open = breakers.filter(({ opened }) => opened !== undefined).length;
      const limit = stack.outputs['BreakerOrdersPerHour'];
      const exitCode = open > 0 ? EXIT.found : EXIT.ok;
      const { terminal } = door;
      if (options.json === true) {
        for (const breaker of breakers) terminal.out(jsonLine({ kind: 'breaker', ...breaker }));
        terminal.out(
          jsonLine({
            kind: 'summary',
            breakers: breakers.length,
            open,
            limit: limit === undefined ? undefined : Number(limit), // outputs are text
            exitCode,
          }),
        );
      } else {
        const paint = createPaint(terminal.color);
        for (const line of breakers.flatMap((one) => showBreaker(one, stack.name, paint))) {
          terminal.out(line);
        }
        const allowed =
          limit === undefined ? '' : `; ${showText(limit)} orders an hour are allowed`;
        terminal.out(`${open} of ${breakers.length} held${allowed}`);
      }
      finish(exitCode);
    });
  withDebug(command);
};
