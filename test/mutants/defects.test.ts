import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { applyDefect } from './apply-defect.ts';
import { defectIds, loadDefect, loadDefects } from './load-defects.ts';

const ROOT = new URL('../../', import.meta.url);
const textOf = (file: string): string => readFileSync(fileURLToPath(new URL(file, ROOT)), 'utf8');

const ids = await defectIds();
const defects = await loadDefects([]);

describe('the seeded defects', () => {
  it('are at least thirty, in every part of the product that a simulation runs', () => {
    expect(defects.length).toBeGreaterThanOrEqual(30);
    const folders = new Set(defects.map(({ file }) => file.split('/')[0] ?? ''));
    expect(folders).toEqual(new Set(['app', 'aws', 'core', 'runtime']));
  });

  it('break every invariant that a simulation can see', () => {
    const broken = new Set(defects.map(({ invariant }) => invariant));
    expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((one) => !broken.has(one as 1))).toEqual(
      [],
    );
  });

  it('are all different', () => {
    expect(new Set(defects.map(({ file, from, to }) => `${file}\n${from}\n${to}`)).size).toBe(
      defects.length,
    );
    expect(new Set(defects.map(({ title }) => title)).size).toBe(defects.length);
  });

  it('are refused by a name that nobody knows', async () => {
    await expect(loadDefects(['no-such-defect'])).rejects.toThrow('no such defect');
  });
});

describe.each(ids)('%s', (id) => {
  it('has the name of its file, and says in lower case what the code does then', async () => {
    const { id: name, title } = await loadDefect(id);
    expect(name).toBe(id);
    expect(title).toMatch(/^[a-z].*[^.]$/);
  });

  it('fits the product as it is, changes it, and still parses', async () => {
    const defect = await loadDefect(id);
    const text = textOf(defect.file);
    const broken = applyDefect(defect, text);
    expect(broken).not.toBe(text);
    expect(stripTypeScriptTypes(broken)).not.toBe('');
  });
});
