import { existsSync } from 'node:fs';
import { chmod, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { pipFailure, pythonTool } from '../../../local/stand-in/python-tool.ts';
import { describeWithPython } from './python-here.ts';
import { withScratchDir } from './scratch-dir.ts';

describe('pythonTool', () => {
  it('turns a failed install into one line that says what to do', async () => {
    await withScratchDir(async (dir) => {
      const requirements = join(dir, 'requirements.txt');
      await writeFile(requirements, 'x==1\n');
      const python = join(dir, 'python');
      const offline = 'echo "ERROR: Could not find a version\nERROR: No matching distribution" >&2';
      await writeFile(
        python,
        `#!/bin/sh\ncase "$1" in -c) echo 3.12.1;; *) ${offline}; exit 1;; esac\n`,
      );
      await chmod(python, 0o755);
      const env = { ...process.env, SEALWARD_PYTHON: python };
      await expect(pythonTool({ requirements, env, into: dir })).rejects.toThrow(
        /^`pip install` of `.*requirements\.txt` failed \(No matching distribution\): check that PyPI can be reached, then run it again$/,
      );
    });
  });

  it.each([
    [
      'WARNING: retrying\nERROR: No matching distribution\nhint: see above\n',
      'No matching distribution',
    ],
    ['Traceback\nOSError: no space left\n', 'OSError: no space left'],
    ['', 'it said nothing'],
  ])('finds the reason in %j', (stderr, reason) => {
    expect(pipFailure(stderr)).toBe(reason);
  });
});

describeWithPython('pythonTool with a real Python', () => {
  it('makes one environment when two ask at the same time', async () => {
    await withScratchDir(async (dir) => {
      const requirements = join(dir, 'requirements.txt');
      await writeFile(requirements, '# nothing to install\n');
      const both = [1, 2].map(() => pythonTool({ requirements, into: dir }));
      const [first, second] = await Promise.all(both);
      expect(first).toEqual(second);
      expect(existsSync(first?.python ?? '')).toBe(true);
      const venvs = (await readdir(dir)).filter((name) => /^venv-[0-9a-f]+$/.test(name));
      expect(venvs).toHaveLength(1);
    });
  }, 60_000);
});
