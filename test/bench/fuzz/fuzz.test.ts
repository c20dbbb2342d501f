import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readFinding, saveFinding } from '../../../bench/fuzz/finding.ts';
import { HELP } from '../../../bench/fuzz/parse-fuzz-args.ts';

const SCRIPT = fileURLToPath(new URL('../../../bench/fuzz/fuzz.ts', import.meta.url));
const FOLDER = mkdtempSync(join(tmpdir(), 'fuzz-'));
afterAll(() => rmSync(FOLDER, { recursive: true }));

const fuzz = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('npm run fuzz', () => {
  it('tries a target, and ends with 0 where nothing is found', () => {
    const { status, stdout, stderr } = fuzz('--target', 'parseId', '--runs', '100', '--seed', '4');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/^parseId +1\d\d +[1-9]\d+ +[1-9]\d* +0$/m); // some code was seen to run
    expect(stdout).toMatch(/^1\d\d texts from seed 4, 0 findings$/m);
  }, 60_000);

  it('tries a finding again, and ends with 0 where it is mended', () => {
    const text = '\uD800{';
    const file = saveFinding(FOLDER, { target: 'parseId', wrong: 'TypeError: x', text });
    expect(readFinding(file).text).toBe(text);
    const { status, stdout } = fuzz('--replay', file);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'parseId takes it by now\n' });
  }, 60_000);

  it('ends with 64 where it is not understood, and tries nothing', () => {
    const { status, stdout, stderr } = fuzz('--target', 'parseNothing');
    expect({ status, stdout }).toEqual({ status: 64, stdout: '' });
    expect(stderr).toBe(`there is no target \`parseNothing\`: see \`--list\`\n\n${HELP}\n`);
  }, 60_000);
});
