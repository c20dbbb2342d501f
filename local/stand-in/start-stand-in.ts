import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { checkListeners, isLoopback, type ListenerCheck } from './listeners.ts';
import { LocalError } from './local-error.ts';
import { ministackEnv } from './ministack-env.ts';
import { stopGroup } from './process-group.ts';
import { pythonTool } from './python-tool.ts';

export type StandInOptions = {
  readonly frontUrl: string;
  readonly account: string;
  readonly region: string;
  readonly runDir: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly healthMs?: number;
};

export type StandIn = {
  readonly url: string;
  readonly pid: number;
  readonly version: string;
  readonly listeners: () => Promise<ListenerCheck>;
  readonly logTail: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

export const requirements = join(import.meta.dirname, '..', 'requirements.txt');

const portOf = (child: ChildProcess, ms: number): Promise<number | undefined> => {
  if (child.stdout === null) return Promise.resolve(undefined);
  const lines = createInterface({ input: child.stdout });
  return Promise.race([
    new Promise<number | undefined>((resolve) => {
      lines.on('line', (line) => {
        const port = /^port (\d+)$/.exec(line)?.[1];
        if (port !== undefined) resolve(Number(port));
      });
      child.once('exit', () => resolve(undefined));
      child.once('error', () => resolve(undefined));
    }),
    delay(ms, undefined, { ref: false }),
  ]);
};

const healthOf = async (url: string, deadline: number): Promise<string | undefined> => {
  while (Date.now() < deadline) {
    try {
      const response = await fetch(`${url}/_ministack/health`);
      if (response.ok) return ((await response.json()) as { version: string }).version;
    } catch {
      // not listening yet
    }
    await delay(50);
  }
  return undefined;
};

/** The listeners that others than this machine could reach, as text. */
export const openListeners = (check: ListenerCheck): readonly string[] =>
  check.kind === 'checked'
    ? check.listeners
        .filter(({ address }) => !isLoopback(address))
        .map(({ address, port }) => `${address}:${port}`)
    : [];

/** MiniStack, healthy and reachable from this machine alone; it ends with us, however we end. */
export const startStandIn = async (options: StandInOptions): Promise<StandIn> => {
  const { runDir, env = process.env, healthMs = 15_000 } = options;
  const { python } = await pythonTool({ requirements, env });
  const deadline = Date.now() + healthMs;
  const logFile = join(runDir, 'stand-in.log');
  const log = createWriteStream(logFile, { flags: 'a' });
  const child = spawn(python, [join(import.meta.dirname, 'launch.py')], {
    cwd: runDir,
    env: ministackEnv({ ...options, path: env['PATH'] ?? '' }),
    stdio: ['pipe', 'pipe', 'pipe'],
    detached: true, // leads a process group of its own; ends when the pipe to its stdin closes
  });
  child.stderr.pipe(log);
  const stop = (): Promise<void> => stopGroup(child);
  const logTail = async (): Promise<string> =>
    (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join(' | ');
  const giveUp = async (because: string): Promise<never> => {
    await stop();
    const tail = (await logTail()) || 'nothing';
    throw new LocalError(
      `the local AWS ${because}: run it again, or remove \`.local\` to have it installed anew (its log ends with: ${tail})`,
    );
  };

  const port = await portOf(child, healthMs);
  if (port === undefined || child.pid === undefined)
    return giveUp(`did not start within ${healthMs} ms`);
  const url = `http://127.0.0.1:${port}`;
  const version = await healthOf(url, deadline);
  if (version === undefined) return giveUp(`did not become healthy within ${healthMs} ms`);
  const { pid } = child;
  const listeners = (): Promise<ListenerCheck> => checkListeners(pid);
  const open = openListeners(await listeners());
  if (open.length > 0) return giveUp(`listens beyond this machine (${open.join(', ')})`);
  return { url, pid, version, listeners, logTail, stop };
};
