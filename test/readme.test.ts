import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { compilePolicy } from '../core/policy/compile-policy.ts';
import { parsePolicy } from '../core/policy/parse-policy.ts';
import { ACCOUNT, REGION } from './made/facts.ts';
import { makeLock } from './made/policy.ts';

const ROOT = join(import.meta.dirname, '..');
const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const blockAfter = (text: string, fence: string): string =>
  new RegExp(`${text}[\\s\\S]*?${fence}\\n([\\s\\S]*?)\`\`\``).exec(README)?.[1] ?? '';

describe('README.md', () => {
  it('shows a policy that compiles', () => {
    const parsed = parsePolicy(blockAfter('## A policy', '```yaml'), 'README.md');
    if (parsed.kind === 'policy-errors') throw new Error(JSON.stringify(parsed.errors));
    const where = { region: REGION, account: ACCOUNT };
    expect(compilePolicy(parsed.file, makeLock('payroll'), where).kind).toBe('compiled');
  });

  it('links to nothing that is not there', () => {
    const links = [...README.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path ?? '');
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('names only scripts and parameters that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    const named = [...README.matchAll(/npm run (?:-s )?([a-z]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const serverless = readFileSync(join(ROOT, 'serverless.yml'), 'utf8');
    const params =
      /Further `--param`s[^\n]*/.exec(README)?.[0].matchAll(/`([a-z][A-Za-z]+)`/g) ?? [];
    const unknown = [...params]
      .map(([, name]) => name)
      .filter((name) => !serverless.includes(`\n    ${name}:`));
    expect(unknown).toEqual([]);
  });

  it('shows what the demo prints, line by line but for times and ids', async () => {
    const shown = blockAfter('## Two commands[\\s\\S]*?npm test', '```\\n\\$ npm run demo').split(
      '\n',
    );
    const rows = shown.filter((line) => /^\S.* \d+$/.test(line));
    const released = shown.filter((line) => / {2}identical {2}/.test(line));
    const counts = shown.filter((line) => /^ +\d+ {2}[a-z]/.test(line) && !VARIES.test(line));
    const { stdout } = await promisify(execFile)(process.execPath, ['scripts/demo.ts'], {
      cwd: ROOT,
      env: { ...process.env, SEALWARD_PYTHON: '/nonexistent', COLUMNS: '200' }, // in process: the same cases
    });
    const printed = stdout.split('\n').map(withoutTime);
    expect(rows.length).toBeGreaterThan(10);
    expect(released.length).toBeGreaterThan(7);
    expect(counts.length).toBeGreaterThan(6);
    const all = [...rows, ...released, ...counts].map(withoutTime);
    expect(all.filter((line) => !printed.includes(line))).toEqual([]);
    expect(printed).toContain('every object ended exactly as expected');
  }, 60_000);
});

// one object is deleted while it is judged, before or after it is mended
const VARIES = /re-encrypted|gone/;

function withoutTime(line: string): string {
  return line.replaceAll(/\s+/g, ' ').replace(/ \d+$/, '').trim();
}
