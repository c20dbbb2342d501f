import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readTextFile } from '../../io/read-text-file.ts';
import { createTextFile, replaceTextFile } from '../../io/write-text-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sealward-io-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('readTextFile', () => {
  it('reads UTF-8', async () => {
    writeFileSync(join(folder, 'a'), 'grün');
    expect(await readTextFile(join(folder, 'a'))).toEqual({ kind: 'text', text: 'grün' });
  });

  it('says that a file is missing, also where its folder is none', async () => {
    writeFileSync(join(folder, 'a'), '');
    expect(await readTextFile(join(folder, 'b'))).toEqual({ kind: 'missing' });
    expect(await readTextFile(join(folder, 'a', 'b'))).toEqual({ kind: 'missing' });
  });

  it('says why a folder cannot be read', async () => {
    expect(await readTextFile(folder)).toMatchObject({
      kind: 'unreadable',
      words: expect.stringContaining('EISDIR'),
    });
  });

  it('refuses bytes that are not UTF-8', async () => {
    writeFileSync(join(folder, 'a'), Buffer.from([0x61, 0xff]));
    expect(await readTextFile(join(folder, 'a'))).toEqual({
      kind: 'unreadable',
      words: 'the file is not UTF-8 text',
    });
  });
});

describe('createTextFile', () => {
  it('writes a new file', async () => {
    expect(await createTextFile(join(folder, 'a'), 'x')).toEqual({ kind: 'written' });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('x');
  });

  it('never touches a file that is there', async () => {
    writeFileSync(join(folder, 'a'), 'mine');
    expect(await createTextFile(join(folder, 'a'), 'x')).toEqual({ kind: 'exists' });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('mine');
  });

  it('says why it could not write', async () => {
    expect(await createTextFile(join(folder, 'no', 'a'), 'x')).toMatchObject({
      kind: 'unwritable',
      words: expect.stringContaining('ENOENT'),
    });
  });
});

describe('replaceTextFile', () => {
  it('replaces the file and leaves nothing beside it', async () => {
    writeFileSync(join(folder, 'a'), 'old');
    expect(await replaceTextFile(join(folder, 'a'), 'new')).toEqual({ kind: 'written' });
    expect(readFileSync(join(folder, 'a'), 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('leaves nothing beside a target that it could not replace', async () => {
    expect(await replaceTextFile(folder, 'x')).toMatchObject({ kind: 'unwritable' });
    expect(readdirSync(folder)).toEqual([]);
  });
});
