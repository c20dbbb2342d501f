import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findPython, isOldEnough, requirePython } from '../../../local/stand-in/find-python.ts';
import { withScratchDir } from './scratch-dir.ts';

const fake = async (dir: string, name: string, script: string): Promise<string> => {
  const path = join(dir, name);
  await writeFile(path, `#!/bin/sh\n${script}\n`);
  await chmod(path, 0o755);
  return path;
};

describe('findPython', () => {
  it.each([
    ['3.9.19', false],
    ['3.10.0', true],
    ['3.13.1', true],
    ['4.0.0', true],
    ['2.7.18', false],
    ['', false],
  ])('version `%s` is new enough: %s', (version, enough) => {
    expect(isOldEnough(version)).toBe(enough);
  });

  it('passes over one that is too old and one that cannot make environments', async () => {
    await withScratchDir(async (dir) => {
      await fake(dir, 'python3', 'echo 3.9.2');
      await fake(dir, 'python3.13', 'echo "no module named ensurepip" >&2; exit 1');
      await fake(dir, 'python3.12', 'echo 3.12.4');
      expect(await findPython({ PATH: dir })).toEqual({ command: 'python3.12', version: '3.12.4' });
    });
  });

  it('asks only the one that SEALWARD_PYTHON names', async () => {
    await withScratchDir(async (dir) => {
      await fake(dir, 'python3', 'echo 3.12.0');
      const mine = await fake(dir, 'mine', 'echo 3.11.5');
      expect(await findPython({ PATH: dir, SEALWARD_PYTHON: mine })).toEqual({
        command: mine,
        version: '3.11.5',
      });
    });
  });

  it('says what to do when there is none', async () => {
    await withScratchDir(async (dir) => {
      await expect(requirePython({ PATH: dir })).rejects.toThrow(
        /^no python >= 3\.10 with venv and pip was found \(asked `python3`, .*\): install one, or name it in `SEALWARD_PYTHON`$/,
      );
    });
  });
});
