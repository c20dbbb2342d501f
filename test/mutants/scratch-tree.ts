import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { applyDefect } from './apply-defect.ts';
import type { Defect } from './defect.ts';

/** Folders whose code a simulation may run. Node follows links before it resolves imports, so these are copied. */
const COPIED = ['app', 'aws', 'cli', 'core', 'functions', 'io', 'local', 'runtime', 'test'];
/** Nothing in there is read by a simulation, and some of it is large. */
const LEFT_OUT = new Set(['.local', '.git', '.serverless', 'dist']);
const NOT_OF_TESTS = new Set(['mutants', 'e2e']);
const COPIED_ENDINGS = /\.(?:ts|mts|mjs|json|ya?ml)$/;

/** Makes `to` a tree like `from`, with the defect in it. */
export const makeScratchTree = async (from: string, to: string, defect?: Defect): Promise<void> => {
  await rm(to, { recursive: true, force: true });
  await mkdir(to, { recursive: true });
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, copy] = [join(from, entry.name), join(to, entry.name)];
    if (LEFT_OUT.has(entry.name)) continue;
    if (COPIED.includes(entry.name)) await copyCode(source, copy, entry.name === 'test');
    else if (entry.isFile()) await copyFile(source, copy);
    else await symlink(source, copy);
  }
  if (defect !== undefined) {
    const file = join(to, defect.file);
    await writeFile(file, applyDefect(defect, await readFile(file, 'utf8')));
  }
};

const copyCode = async (from: string, to: string, isTests: boolean): Promise<void> => {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && COPIED_ENDINGS.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1))
    .filter((file) => !(isTests && NOT_OF_TESTS.has(file.split('/')[0] ?? '')));
  for (const folder of new Set(files.map(dirname))) {
    await mkdir(join(to, folder), { recursive: true });
  }
  for (const file of files) {
    await copyFile(join(from, file), join(to, file), constants.COPYFILE_FICLONE);
  }
};
