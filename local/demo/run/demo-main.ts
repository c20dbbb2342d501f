import { assertNever } from '../../../core/assert-never.ts';
import { createTerminal, type Terminal, type TerminalStream } from '../../../io/terminal.ts';
import { LocalError } from '../../stand-in/local-error.ts';
import type { World } from '../world/world.ts';
import { createStep } from './create-step.ts';
import { help } from './help.ts';
import { orAborted } from './or-aborted.ts';
import { type DemoArgs, parseDemoArgs } from './parse-demo-args.ts';
import { play } from './play.ts';
import { startDeployed, startInProcess, whyNoStack } from './start-world.ts';
import { afterMs, waitUntil } from './wait-until.ts';

export type DemoDoor = {
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal; // Ctrl-C
};

export const EXIT = { asExpected: 0, unexpected: 1, couldNotRun: 2, interrupted: 130 } as const;

const NOT_SHOWN =
  'without the stack, the same code in one process: not shown are `osls deploy`, the template and its roles, the Lambda bundles, EventBridge, SQS, SNS and Firehose';

const start = async (terminal: Terminal, { port, faults }: DemoArgs, { env, signal }: DemoDoor) => {
  const options = {
    step: createStep(terminal, signal),
    ...(port !== undefined && { port }),
    ...(faults !== undefined && { faults }),
  };
  terminal.progress('looking for the local AWS, which is installed on first use ...');
  const because = await whyNoStack(env);
  terminal.progress('');
  if (because === undefined) {
    terminal.out('the stack that would go to AWS, deployed on this machine by the same command');
    return startDeployed(options);
  }
  terminal.out(NOT_SHOWN);
  terminal.out(because);
  return startInProcess(options);
};

const run = async (args: DemoArgs, door: DemoDoor): Promise<number> => {
  const { stdout, stderr, env, signal } = door;
  const terminal = createTerminal(args.json ? stderr : stdout, stderr, env);
  const starting = start(terminal, args, door);
  try {
    const world = await orAborted(starting, signal);
    const asExpected = await play({
      world,
      terminal,
      args,
      signal,
      onNumbers: (numbers) => {
        if (args.json) stdout.write(`${JSON.stringify(numbers)}\n`);
      },
    });
    return asExpected ? EXIT.asExpected : EXIT.unexpected;
  } catch (error) {
    if (signal.aborted) {
      stderr.write('demo: interrupted, ending what it started\n');
      return EXIT.interrupted;
    }
    if (!(error instanceof LocalError)) throw error;
    stderr.write(`demo: ${error.message}\n`);
    return EXIT.couldNotRun;
  } finally {
    await stop(starting);
  }
};

const PATIENCE = 20_000; // milliseconds: a start that was called off goes on to its end

const stop = async (starting: Promise<World>): Promise<void> => {
  let stopped = false;
  const stopping = starting
    .then(
      (world) => world.stop(),
      () => undefined, // it cleaned up itself
    )
    .finally(() => {
      stopped = true;
    });
  await waitUntil(() => stopped, afterMs(PATIENCE), new AbortController().signal);
  if (stopped) await stopping;
};

/** The whole demo but for the process around it. Answers the exit code; what it started is gone by then. */
export const demoMain = async (argv: readonly string[], door: DemoDoor): Promise<number> => {
  const args = parseDemoArgs(argv);
  switch (args.kind) {
    case 'help':
      door.stdout.write(help);
      return EXIT.asExpected;
    case 'wrong':
      door.stderr.write(`demo: ${args.message}\n`);
      return EXIT.couldNotRun;
    case 'run':
      return run(args, door);
    default:
      return assertNever(args);
  }
};
