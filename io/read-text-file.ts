import { readFile } from 'node:fs/promises';
import { isSystemError } from './is-system-error.ts';

export type TextFile =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unreadable'; readonly words: string };

/** UTF-8, strictly: a policy with broken bytes would otherwise name keys that nobody wrote. */
export const readTextFile = async (path: string): Promise<TextFile> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === 'ENOENT' || error.code === 'ENOTDIR'
      ? { kind: 'missing' }
      : { kind: 'unreadable', words: error.message };
  }
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (!isBadEncoding(error)) throw error;
    return { kind: 'unreadable', words: 'the file is not UTF-8 text' };
  }
};

const isBadEncoding = (error: unknown): boolean =>
  (error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
