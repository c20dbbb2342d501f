import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createRunDir, removeRunDirs } from '../../../local/stand-in/run-dir.ts';
import { withScratchDir } from './scratch-dir.ts';

describe('createRunDir', () => {
  it('gives every run a folder of its own', async () => {
    await withScratchDir(async (dir) => {
      const [one, two] = await Promise.all([createRunDir(dir), createRunDir(dir)]);
      expect(one).not.toBe(two);
      expect(existsSync(join(one, 'tmp'))).toBe(true);
    });
  });

  it('removes what a killed run left, and nothing else', async () => {
    await withScratchDir(async (dir) => {
      const ended = spawn(process.execPath, ['-e', '']);
      await once(ended, 'exit');
      const names = [`run-${ended.pid}-00`, `run-${process.pid}-01`, 'venv-0123456789ab'];
      for (const name of names) await mkdir(join(dir, name));
      const mine = await createRunDir(dir);
      const left = (await readdir(dir))
        .map((name) => join(dir, name))
        .filter((path) => path !== mine);
      expect(left.toSorted()).toEqual(
        [join(dir, names[1] ?? ''), join(dir, names[2] ?? '')].toSorted(),
      );
    });
  });
});

describe('removeRunDirs', () => {
  it('removes the folders of one process, and no other', async () => {
    await withScratchDir(async (dir) => {
      for (const name of ['run-7-ab', 'run-7-cd', 'run-77-ab', 'venv-1'])
        await mkdir(join(dir, name));
      removeRunDirs(7, dir);
      expect((await readdir(dir)).toSorted()).toEqual(['run-77-ab', 'venv-1']);
    });
  });

  it('has nothing to do where there never was a run, as in a fresh clone', () => {
    expect(() => removeRunDirs(7, join(import.meta.dirname, 'no-such-folder'))).not.toThrow();
  });
});
