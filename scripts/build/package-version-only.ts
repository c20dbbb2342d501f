import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { unmapped } from './unmapped.ts';

const SDK_PACKAGE = /[\\/]node_modules[\\/]@aws-sdk[\\/].*[\\/]package\.json$/;

/** Each SDK client imports its whole package.json to say its version in the user agent: 2 KiB a client. */
export const packageVersionOnly: Plugin = {
  name: 'package-version-only',
  setup: (build) => {
    build.onLoad({ filter: SDK_PACKAGE }, async ({ path }) => {
      const { version } = JSON.parse(await readFile(path, 'utf8')) as { readonly version: string };
      return { contents: unmapped(`export default ${JSON.stringify({ version })};`), loader: 'js' };
    });
  },
};
