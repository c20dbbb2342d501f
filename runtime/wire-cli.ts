import { toAwsProblem } from '../aws/to-aws-problem.ts';
import type { AwsProblem } from '../core/aws-problem.ts';
import { readTextFile, type TextFile } from '../io/read-text-file.ts';
import { createTerminal, type Terminal, type TerminalStream } from '../io/terminal.ts';
import { createTextFile, replaceTextFile, type Written } from '../io/write-text-file.ts';
import type { AwsOptions, CliAws } from './connect-aws.ts';
import type { CliStack, NoStack, StackOptions } from './connect-stack.ts';
import type { Environment } from './environment.ts';

export type { AwsOptions, CliAws } from './connect-aws.ts';
export type { CliStack, NoStack, StackOptions } from './connect-stack.ts';
export type { Terminal } from '../io/terminal.ts';
export type { TextFile } from '../io/read-text-file.ts';
export type { Written } from '../io/write-text-file.ts';

/** Everything outside the process that the command line may touch. */
export type CliDoor = {
  readonly terminal: Terminal;
  readonly interrupted: AbortSignal;
  readonly now: () => Date;
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly readTextFile: (path: string) => Promise<TextFile>;
  readonly createTextFile: (path: string, text: string) => Promise<Written>;
  readonly replaceTextFile: (path: string, text: string) => Promise<Written>;
  readonly connectAws: (options: AwsOptions) => Promise<CliAws | AwsProblem>;
  readonly connectStack: (options: StackOptions) => Promise<CliStack | NoStack | AwsProblem>;
  readonly toProblem: (error: unknown) => AwsProblem | undefined;
};

export const wireCli = (
  {
    stdout,
    stderr,
    env,
  }: {
    readonly stdout: TerminalStream;
    readonly stderr: TerminalStream;
    readonly env: Environment;
  },
  interrupted: AbortSignal,
): CliDoor => ({
  terminal: createTerminal(stdout, stderr, env),
  interrupted,
  now: () => new Date(),
  pause,
  readTextFile,
  createTextFile,
  replaceTextFile,
  // the AWS SDK takes longer to load than most commands to run
  connectAws: async (options) => (await import('./connect-aws.ts')).connectAws(options, env),
  connectStack: async (options) =>
    (await import('./connect-stack.ts')).connectStack(options, env, pause),
  toProblem: toAwsProblem,
});

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
