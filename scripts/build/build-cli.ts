import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './build-error.ts';
import { bundle } from './bundle.ts';

type BuildCli = {
  readonly root: string;
  readonly outDir: string; // emptied first
};

const SHEBANG = '#!/usr/bin/env node\n';

/**
 * The published `sealward` command: one file for Node 20 and later, because Node strips no types under node_modules.
 * The SDK is in it. Then what runs is exactly what was tested, and the command starts from one file instead of a few
 * hundred. The credential chain stays whole: people sign in through SSO, profiles, processes and instance roles.
 */
export const buildCli = async ({ root, outDir }: BuildCli): Promise<string> => {
  const { files } = await bundle({
    root,
    entry: 'cli/main.ts',
    name: 'sealward',
    target: 'node20',
    sourceMap: false, // three times the size of the command that it would explain
    plugins: [],
  });
  const [file] = files;
  if (file === undefined) throw new BuildError('esbuild made no output for `cli/main.ts`');
  const code = file.contents.toString();
  const path = join(outDir, file.name);
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await writeFile(path, code.startsWith('#!') ? code : SHEBANG + code);
  await chmod(path, 0o755);
  return path;
};
