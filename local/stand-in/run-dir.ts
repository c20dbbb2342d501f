import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { localDir } from './checkout.ts';

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

/** Removes what runs left behind that were killed: their process ids stand in the folders' names. */
export const sweepRunDirs = async (parent: string): Promise<void> => {
  for (const name of await readdir(parent).catch(() => [])) {
    const pid = /^run-(\d+)-[0-9a-f]+$/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(parent, name), { recursive: true, force: true });
  }
};

/** Removes the folders of one process. Waits for nothing: what a process does while it exits has to be done at once. */
export const removeRunDirs = (pid: number, parent = localDir): void => {
  const names = existsSync(parent) ? readdirSync(parent) : []; // a fresh clone never had a run
  for (const name of names.filter((one) => one.startsWith(`run-${pid}-`)))
    rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 3 });
};

/** A folder of its own for one run, so that two at once never share a file. */
export const createRunDir = async (parent = localDir): Promise<string> => {
  await sweepRunDirs(parent);
  const runDir = join(parent, `run-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(join(runDir, 'tmp'), { recursive: true });
  // MiniStack's Lambda workers are CommonJS scripts below here; our package.json says `module`
  await writeFile(join(runDir, 'tmp', 'package.json'), '{ "type": "commonjs" }\n');
  return runDir;
};
