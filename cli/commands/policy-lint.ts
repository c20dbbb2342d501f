import type { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { readPolicyFiles } from '../policy/read-policy-files.ts';
import { runLint } from '../policy/run-lint.ts';
import { jsonOption, policyOption, withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Name every mistake in the policy and its lock file, with line and column.

Where there is a lock file, the policy is also compiled for each account and Region
that it pins aliases for, as it will be when the stack is packaged.`;

const AFTER = `
Needs: no AWS permission; AWS is not called.

Exit codes:
  0    no mistakes
  1    at least one mistake
  2    a file is missing or cannot be read

Examples:
  $ sealward policy lint
  $ sealward policy lint --policy policies/eu.yaml --json`;

export const addPolicyLint = (policy: Command, door: CliDoor, finish: Finish): void => {
  const command = policy
    .command('lint')
    .summary('name every mistake with its line and column')
    .description(unwrap(ABOUT))
    .addOption(policyOption())
    .addOption(jsonOption('print one JSON object per line, the last one with the summary'))
    .addHelpText('after', AFTER)
    .action(async (options: { readonly policy: string; readonly json?: true }) => {
      const files = await readPolicyFiles(door, options.policy);
      finish(runLint(files, door.terminal, options.json === true));
    });
  withDebug(command);
};
