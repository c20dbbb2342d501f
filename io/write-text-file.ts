import { randomUUID } from 'node:crypto';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isSystemError } from './is-system-error.ts';

export type Written =
  | { readonly kind: 'written' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'unwritable'; readonly words: string };

/** Creates the file, and never touches one that is there. */
export const createTextFile = (path: string, text: string): Promise<Written> =>
  asWritten(() => writeFile(path, text, { flag: 'wx' }));

/** Whole or not at all: writes beside the file, flushes, then renames onto it. */
export const replaceTextFile = (path: string, text: string): Promise<Written> =>
  asWritten(async () => {
    const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}.tmp`);
    try {
      const file = await open(temporary, 'wx');
      try {
        await file.writeFile(text);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(temporary, path);
    } finally {
      await rm(temporary, { force: true });
    }
  });

const asWritten = async (write: () => Promise<void>): Promise<Written> => {
  try {
    await write();
    return { kind: 'written' };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'EEXIST'
      ? { kind: 'exists' }
      : { kind: 'unwritable', words: error.message };
  }
};
