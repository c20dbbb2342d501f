import { join, resolve } from 'node:path';

/** The repository's root: everything that a run writes stays below it. */
export const checkout = resolve(import.meta.dirname, '../..');

/** Git-ignored: virtual environments, run directories, logs. */
export const localDir = join(checkout, '.local');

/** Comes first on PATH of everything we start: it holds the repository's own Node. */
export const binDir = join(checkout, 'node_modules', '.bin');
