import type { Command } from 'commander';
import type { CliDoor } from '../../runtime/wire-cli.ts';
import type { Finish } from '../exit-codes.ts';
import { addBreakerResume } from './breaker-resume.ts';
import { addBreakerShow } from './breaker-show.ts';
import { unwrap } from './unwrap.ts';

const ABOUT = `See which rules are held by the circuit breaker, and let them go on.

  show      the rules that gave orders lately, and those that are held
  resume    let the orders of one rule go again

A rule that gives more orders within an hour than the stack allows is held: its orders
wait in their queue, and judging goes on. Only a person lets it go on.`;

export const addBreakerCommands = (program: Command, door: CliDoor, finish: Finish): void => {
  const breaker = program
    .command('breaker')
    .summary('see which rules are held, and let them go on')
    .description(unwrap(ABOUT))
    .helpCommand('help [command]', 'print the help of a command');
  addBreakerShow(breaker, door, finish);
  addBreakerResume(breaker, door, finish);
};
