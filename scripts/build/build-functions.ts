import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import type { CompiledPolicy } from '../../core/policy/compiled-policy.ts';
import { BuildError } from './build-error.ts';
import { bundle } from './bundle.ts';
import { envCredentialsOnly } from './env-credentials-only.ts';
import { mapOwnCodeOnly } from './map-own-code-only.ts';
import { packageVersionOnly } from './package-version-only.ts';
import { zip } from './zip.ts';

export type BuiltFunction = {
  readonly name: string;
  readonly zipPath: string;
  readonly bundleBytes: number; // of index.mjs: what a cold start has to read
  readonly metafile: Metafile; // also beside the zip as `<name>.meta.json`
};

type BuildFunctions = {
  readonly root: string; // the checkout with functions/
  readonly outDir: string; // emptied first: nothing stale can be packaged
  readonly names: readonly string[]; // functions/<name>.ts, each with an export `handler`
  readonly policy: CompiledPolicy;
};

const buildOne = async (options: BuildFunctions, name: string): Promise<BuiltFunction> => {
  const entry = `functions/${name}.ts`;
  await access(join(options.root, entry)).catch(() => {
    throw new BuildError(
      `function \`${name}\` has no file \`${entry}\`: write it, with an export \`handler\``,
    );
  });
  const { files, metafile } = await bundle({
    root: options.root,
    entry,
    name: 'index',
    target: 'node24',
    sourceMap: true,
    plugins: [envCredentialsOnly, mapOwnCodeOnly, packageVersionOnly],
  });
  const policy = Buffer.from(`${JSON.stringify(options.policy)}\n`);
  const zipPath = join(options.outDir, `${name}.zip`);
  await writeFile(zipPath, await zip([...files, { name: 'policy.json', contents: policy }]));
  await writeFile(join(options.outDir, `${name}.meta.json`), JSON.stringify(metafile));
  const bundleBytes = files.find((file) => file.name === 'index.mjs')?.contents.length ?? 0;
  return { name, zipPath, bundleBytes, metafile };
};

/** Bundles and zips the functions, each with the compiled policy as `policy.json` beside `index.mjs`. */
export const buildFunctions = async (
  options: BuildFunctions,
): Promise<readonly BuiltFunction[]> => {
  await rm(options.outDir, { recursive: true, force: true });
  await mkdir(options.outDir, { recursive: true });
  return Promise.all(options.names.map(async (name) => buildOne(options, name)));
};
