import { spawn } from 'node:child_process';
import type { ChildEnd } from './child-end.ts';

const MOST_TEXT = 1024 ** 2; // characters kept of each stream: the end is what counts

/** Runs one Node script to its end, or ends it and all that it has started once time is up. */
export const runChild = async (
  args: readonly string[],
  { cwd, milliseconds }: { readonly cwd: string; readonly milliseconds: number },
): Promise<ChildEnd> =>
  new Promise((resolve, reject) => {
    // in a group of its own, so that its workers end with it
    const child = spawn(process.execPath, args, {
      cwd,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const endAll = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // it has ended by itself meanwhile
      }
    };
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      endAll();
    }, milliseconds);
    process.once('exit', endAll);
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout = (stdout + text).slice(-MOST_TEXT);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr = (stderr + text).slice(-MOST_TEXT);
    });
    const done = (): void => {
      clearTimeout(timer);
      process.off('exit', endAll);
    };
    child.once('error', (error) => {
      done();
      reject(error);
    });
    child.once('close', (code) => {
      done();
      resolve({ code, timedOut, stdout, stderr });
    });
  });
