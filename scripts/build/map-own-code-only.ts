import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { unmapped } from './unmapped.ts';

/**
 * Leaves packages out of the source map. Node reads the map when it loads the bundle, not when an error is thrown:
 * with the SDK in it a cold start is a fifth longer, and it is our own lines that a stack trace has to show.
 */
export const mapOwnCodeOnly: Plugin = {
  name: 'map-own-code-only',
  setup: (build) => {
    build.onLoad({ filter: /[\\/]node_modules[\\/].*\.[cm]?js$/ }, async ({ path }) => ({
      contents: unmapped(await readFile(path, 'utf8')),
      loader: 'js',
    }));
  },
};
