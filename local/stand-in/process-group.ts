import type { ChildProcess } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Signal 0 asks whether anything is there. A negative id means the group that this process leads. */
const signalled = (pid: number, signal: NodeJS.Signals | 0): boolean => {
  try {
    return process.kill(pid, signal);
  } catch {
    return false; // ESRCH: nobody left
  }
};

// `pid (any name) state ppid pgrp ...`: the name may hold spaces and brackets, so read after the last one
const groupOf = (stat: string): number =>
  Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]);
const isZombie = (stat: string): boolean => stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');

/** Every living process of a group, through /proc; only the leader where there is none. */
export const groupMembers = async (leader: number): Promise<readonly number[]> => {
  const pids = (await readdir('/proc').catch(() => [])).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(
    pids.map(async (pid) => ({
      pid: Number(pid),
      stat: await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''),
    })),
  );
  if (pids.length === 0) return signalled(leader, 0) ? [leader] : [];
  return stats
    .filter(({ stat }) => stat !== '' && groupOf(stat) === leader && !isZombie(stat))
    .map(({ pid }) => pid);
};

const ended = async (child: ChildProcess, ms: number): Promise<boolean> => {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  const exit = new Promise<boolean>((resolve) => child.once('exit', () => resolve(true)));
  return Promise.race([exit, delay(ms, false, { ref: false })]);
};

/**
 * Ends a child that leads its own group: asks, waits, insists, then clears the rest of the group, so
 * that no Lambda worker outlives its server.
 */
export const stopGroup = async (child: ChildProcess, graceMs = 5_000): Promise<void> => {
  const { pid } = child;
  if (pid === undefined) return;
  child.kill('SIGTERM');
  if (!(await ended(child, graceMs))) {
    child.kill('SIGKILL');
    await ended(child, graceMs);
  }
  signalled(-pid, 'SIGKILL');
  while ((await groupMembers(pid)).length > 0) await delay(10);
};
