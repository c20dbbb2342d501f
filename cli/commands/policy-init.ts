import type { Command } from 'commander';
import { starterPolicy } from '../../core/policy/starter-policy.ts';
import { quoteText, showText } from '../../core/show-text.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { CliError } from '../cli-error.ts';
import { EXIT, type Finish } from '../exit-codes.ts';
import { withDebug } from './shared-options.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Write a first policy that judges everything and changes nothing.

It asks that every object is under a customer managed KMS key, and only observes.
A file that is there already is not touched, unless --force is given.`;

const AFTER = `
Needs: no AWS permission; AWS is not called.

Exit codes:
  0    the policy was written
  2    the file is there already, or cannot be written

Examples:
  $ sealward policy init
  $ sealward policy init policies/eu.yaml`;

export const addPolicyInit = (policy: Command, door: CliDoor, finish: Finish): void => {
  const command = policy
    .command('init')
    .summary('write a first policy that judges everything and changes nothing')
    .description(unwrap(ABOUT))
    .argument('[file]', 'where to write it', 'sealward.policy.yaml')
    .option('--force', 'replace a file that is there already')
    .addHelpText('after', AFTER)
    .action(async (file: string, { force = false }: { readonly force?: boolean }) => {
      const write = force ? door.replaceTextFile : door.createTextFile;
      const written = await write(file, starterPolicy());
      if (written.kind === 'exists') {
        throw new CliError(
          'E_EXISTS',
          `${quoteText(file)} is there already: name another file, or replace it with \`--force\``,
        );
      }
      if (written.kind === 'unwritable') {
        throw new CliError(
          'E_FILE',
          `${quoteText(file)} cannot be written: ${showText(written.words)}`,
        );
      }
      const named = file === 'sealward.policy.yaml' ? '' : ` --policy ${showText(file)}`;
      door.terminal.out(`wrote ${quoteText(file)}, which judges everything and changes nothing`);
      door.terminal.out(
        `next: fit it to your buckets, then run \`sealward policy lint${named}\` and \`sealward policy pin${named}\``,
      );
      finish(EXIT.ok);
    });
  withDebug(command);
};
