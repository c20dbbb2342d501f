import { type Command, CommanderError } from 'commander';
import type { CliDoor } from '../runtime/wire-cli.ts';
import { CliError } from './cli-error.ts';
import { describeAwsProblem } from './describe-aws-problem.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { internalError } from './internal-error.ts';
import { jsonLine } from './json-line.ts';
import { createProgram } from './program.ts';
import { errorJson, showError } from './show-error.ts';
import { toUsageError } from './to-usage-error.ts';

/** Runs one command line and says what to exit with. Prints through the door only, and never exits itself. */
export const runCli = async (argv: readonly string[], door: CliDoor): Promise<ExitCode> => {
  let exitCode: ExitCode = EXIT.ok;
  const program = createProgram(door, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exitCode;
  } catch (thrown) {
    door.terminal.progress('');
    if (thrown instanceof CommanderError && thrown.exitCode === 0) return EXIT.ok; // help, version
    if (thrown instanceof CommanderError && thrown.code === 'commander.help') return EXIT.failed;
    const error = toCliError(thrown, door, commandPath(program, argv));
    if (argv.includes('--json')) {
      door.terminal.out(jsonLine({ kind: 'error', ...errorJson(error) }));
    }
    door.terminal.err(showError(error));
    if (argv.includes('--debug') && thrown instanceof Error) {
      door.terminal.err(thrown.stack ?? String(thrown));
    }
    return EXIT.failed;
  }
};

const toCliError = (thrown: unknown, door: CliDoor, command: string): CliError => {
  if (thrown instanceof CliError) return thrown;
  if (thrown instanceof CommanderError) return toUsageError(thrown, command);
  const problem = door.toProblem(thrown);
  if (problem !== undefined) return describeAwsProblem(problem);
  return internalError(thrown);
};

/** As far as the words name commands: `sealward policy pin`. */
const commandPath = (program: Command, [word, ...rest]: readonly string[]): string => {
  const next = program.commands.find((command) => command.name() === word);
  return next === undefined ? program.name() : `${program.name()} ${commandPath(next, rest)}`;
};
