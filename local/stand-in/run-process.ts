import { spawn } from 'node:child_process';

export type Finished = {
  readonly code: number | undefined; // undefined: could not be started, or ended by a signal
  readonly stdout: string;
  readonly stderr: string;
};

export type RunOptions = {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly onOutput?: (text: string) => void;
};

/** Runs a program to its end. Never throws: a program that does not exist is a result like any other. */
export const runProcess = (
  file: string,
  args: readonly string[],
  { cwd, env, onOutput }: RunOptions = {},
): Promise<Finished> =>
  new Promise((resolve) => {
    const child = spawn(file, args, {
      ...(cwd === undefined ? {} : { cwd }),
      env: env ?? process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => {
        output[name] += text;
        onOutput?.(text);
      });
    }
    const kill = (): boolean => child.kill();
    process.once('exit', kill);
    child.once('close', () => process.off('exit', kill));
    child.on('error', (error) => resolve({ code: undefined, ...output, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? undefined, ...output }));
  });
