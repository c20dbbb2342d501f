import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { createRunDir } from '../../../local/stand-in/run-dir.ts';
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
