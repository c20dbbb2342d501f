import type { Command } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import type { Finish } from '../exit-codes.ts';
import { addQuarantineList } from './quarantine-list.ts';
import { addQuarantineRelease } from './quarantine-release.ts';
import { addQuarantineShow } from './quarantine-show.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `See what is in quarantine, why, and give it back.

  list      everything that was moved away or isolated
  show      all about one object, and what a release would do now
  release   put it back, or take its isolation away

What lies there can be seen by the stack's release role alone. Run these commands
with an AWS profile that assumes it.`;

export const addQuarantineCommands = (program: Command, door: CliDoor, finish: Finish): void => {
  const quarantine = program
    .command('quarantine')
    .summary('see what is in quarantine, why, and give it back')
    .description(unwrap(ABOUT))
    .helpCommand('help [command]', 'print the help of a command');
  addQuarantineList(quarantine, door, finish);
  addQuarantineShow(quarantine, door, finish);
  addQuarantineRelease(quarantine, door, finish);
};
