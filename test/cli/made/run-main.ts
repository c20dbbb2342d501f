import { spawn, type ChildProcess } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { join, resolve } from 'node:path';
import { ACCOUNT, REGION } from '../../made/facts.ts';

const MAIN = resolve(import.meta.dirname, '../../../cli/main.ts');

export type Ended = {
  readonly code: number | null;
  readonly signal: string | null;
  readonly out: string;
  readonly err: string;
};

/** A real `sealward`, with nothing of this machine's AWS settings. */
export const startMain = (
  argv: readonly string[],
  { cwd, env = {} }: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): ChildProcess =>
  spawn(process.execPath, [MAIN, ...argv], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      HOME: cwd,
      AWS_CONFIG_FILE: join(cwd, 'no-config'),
      AWS_SHARED_CREDENTIALS_FILE: join(cwd, 'no-credentials'),
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ACCESS_KEY_ID: ACCOUNT,
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_REGION: REGION,
      ...env,
    },
  });

export const whenEnded = async (child: ChildProcess): Promise<Ended> => {
  const ended = new Promise<Pick<Ended, 'code' | 'signal'>>((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => done({ code, signal }));
  });
  const [out, err] = await Promise.all([
    child.stdout === null ? '' : text(child.stdout),
    child.stderr === null ? '' : text(child.stderr),
  ]);
  return { ...(await ended), out, err };
};
