import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { compileGlob } from '../../core/policy/glob.ts';
import { generatedFiles } from '../../scripts/generate/generated-files.ts';
import { isFresh } from '../../scripts/generate/is-fresh.ts';
import { fillSection } from '../../scripts/generate/fill-section.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');

describe('generated files', () => {
  it.each(generatedFiles.map((file) => [file.path, file] as const))(
    '%s is committed as the code makes it',
    (path, { render }) => {
      expect(isFresh(path, read(path), render(read(path)))).toBe(true);
    },
  );

  it('are checked by `npm run generate -- --check`', () => {
    const args = [new URL('scripts/generate.ts', root).pathname, '--check'];
    expect(execFileSync(process.execPath, args, { encoding: 'utf8' })).toBe('');
  });

  it('show it when a table was changed by hand, and keep what was written by hand', () => {
    const path = 'docs/policy.md';
    const render = generatedFiles.find((file) => file.path === path)?.render ?? String;
    const current = render(read(path));
    const edited = current.replace('| `bad-date` |', '| `bad-day` |').replace('# Writing', '# On');
    expect(isFresh(path, edited, render(edited))).toBe(false);
    expect(render(edited)).toBe(current.replace('# Writing', '# On'));
  });

  it('may be laid out by a formatter', () => {
    expect(isFresh('a.md', '| a   | b |\n| ----- | - |', '| a | b |\n| --- | - |')).toBe(true);
    expect(isFresh('a.json', '{ "a": [1] }', '{\n  "a": [\n    1\n  ]\n}\n')).toBe(true);
    expect(isFresh('a.json', '{ "a": 1 }', '{ "a": 2 }')).toBe(false);
  });

  it('cannot lose their place', () => {
    expect(() => fillSection('no such place', 'error codes', 'x')).toThrow('no section');
  });
});

describe('docs/policy.md', () => {
  const docs = read('docs/policy.md');

  it('shows only policies that parse', () => {
    const examples = [...docs.matchAll(/^```yaml\n([^]*?)^```/gm)].map(([, text = '']) => text);
    const policies = examples.filter((text) => text.includes('version:'));
    expect(policies.length).toBeGreaterThan(0);
    expect(policies.map((text) => parsePolicy(text, 'docs/policy.md').kind)).toEqual(
      policies.map(() => 'policy'),
    );
  });

  it('shows only globs that do what it says', () => {
    const [, table = ''] =
      /\| glob +\| matches +\| does not match +\|\n\| -.*\n((?:\|.*\n)+)/.exec(docs) ?? [];
    const rows = table
      .trim()
      .split('\n')
      .map((row) =>
        row
          .split('|')
          .slice(1, -1)
          .map((cell) => [...cell.matchAll(/`([^`]*)`/g)].map(([, text = '']) => text)),
      );
    expect(rows.length).toBeGreaterThan(3);
    for (const [[glob = ''] = [], matching = [], others = []] of rows) {
      const matches = compileGlob(glob);
      expect([glob, matching.map(matches), others.map(matches)]).toEqual([
        glob,
        matching.map(() => true),
        others.map(() => false),
      ]);
    }
  });
});
