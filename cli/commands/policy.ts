import type { Command } from 'commander';
import type { Finish } from '../exit-codes.ts';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import { addPolicyInit } from './policy-init.ts';
import { addPolicyLint } from './policy-lint.ts';
import { addPolicyPin } from './policy-pin.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `Start, pin and check the policy.

  init   write a first policy that judges everything and changes nothing
  lint   name every mistake with its line and column
  pin    look up the key behind each alias, and write it into the lock file`;

export const addPolicyCommands = (program: Command, door: CliDoor, finish: Finish): void => {
  const policy = program
    .command('policy')
    .summary('start, pin and check the policy')
    .description(unwrap(ABOUT))
    .helpCommand('help [command]', 'print the help of a command');
  addPolicyInit(policy, door, finish);
  addPolicyLint(policy, door, finish);
  addPolicyPin(policy, door, finish);
};
