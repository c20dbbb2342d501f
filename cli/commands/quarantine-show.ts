import { type Command, Option } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { EXIT, type Finish } from '../exit-codes.ts';
import { type EntryOptions, openEntry } from '../quarantine/open-entry.ts';
import { printEntry } from '../quarantine/print-entry.ts';
import {
  jsonOption,
  policyOption,
  regionOption,
  stackOption,
  withDebug,
} from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Show all about one object in quarantine.

What it is, since when, the rule and what it asked, every attribute that was kept, what
a release would do now by the policy at hand, and who may release it. Changes nothing.`;

const AFTER = `
Needs: the stack's release role; for the release that it plans, what
  \`sealward quarantine release\` needs to read.

Exit codes:
  0    it was shown
  2    there is no such id, its manifest cannot be read, or the command failed

Examples:
  $ sealward quarantine show 1f3a9c0d2b4e --stack sealward-prod
  $ sealward quarantine show 1f3a9c0d2b4e --stack sealward-prod --json | jq .attributes`;

export const addQuarantineShow = (group: Command, door: CliDoor, finish: Finish): void => {
  const command = group
    .command('show')
    .summary('show all about one object, and what a release would do now')
    .description(unwrap(ABOUT))
    .argument('<id>', 'id, or its first digits, as `list` prints them')
    .addOption(stackOption())
    .addOption(policyOption())
    .addOption(new Option('--bucket <name>', 'bucket that it came from; saves looking for it'))
    .addOption(jsonOption('print one JSON object'))
    .addOption(regionOption())
    .addHelpText('after', AFTER)
    .action(async (id: string, options: EntryOptions & { readonly json?: true }) => {
      printEntry(await openEntry(door, id, options), door.terminal, options.json === true);
      finish(EXIT.ok);
    });
  withDebug(command);
};
