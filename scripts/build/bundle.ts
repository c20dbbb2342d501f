import { basename } from 'node:path';
import { build, type BuildFailure, type Metafile, type Plugin } from 'esbuild';
import { BuildError } from './build-error.ts';

export type BundleFile = { readonly name: string; readonly contents: Buffer };
export type Bundle = { readonly files: readonly BundleFile[]; readonly metafile: Metafile };

type BundleOptions = {
  readonly root: string; // the checkout; every path in the output is relative to it
  readonly entry: string; // relative to root
  readonly name: string; // of the output, without extension
  readonly target: 'node20' | 'node24';
  readonly sourceMap: boolean;
  readonly plugins: readonly Plugin[];
};

// Some dependencies still call `require` for Node's own modules, which an ES module does not have.
const requireForEsm =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

// `functions/judge-object.ts:3:28: could not resolve …`, without a stack that leads into esbuild.
const toBuildError = (failure: Partial<BuildFailure> & Error): Error =>
  failure.errors === undefined
    ? failure
    : new BuildError(
        failure.errors
          .map(({ text, location }) =>
            location ? `${location.file}:${location.line}:${location.column + 1}: ${text}` : text,
          )
          .join('\n'),
      );

/**
 * One entry as one minified ES module and its source map, in memory. Nothing in it depends on where it was built
 * or will be written, so the same sources give the same bytes everywhere.
 */
export const bundle = async (options: BundleOptions): Promise<Bundle> => {
  const { outputFiles, metafile } = await build({
    absWorkingDir: options.root,
    entryPoints: { [options.name]: options.entry },
    outdir: 'dist', // never written: it only anchors the relative paths of the source map
    outExtension: { '.js': '.mjs' },
    write: false,
    bundle: true,
    platform: 'node',
    target: options.target,
    format: 'esm',
    mainFields: ['module', 'main'], // the SDK's `main` is CommonJS, which cannot be tree-shaken
    minify: true,
    sourcemap: options.sourceMap && 'linked',
    sourcesContent: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
    banner: { js: requireForEsm },
    plugins: [...options.plugins],
  }).catch((failure: Error) => {
    throw toBuildError(failure);
  });
  const files = outputFiles
    .map(({ path, contents }) => ({
      name: basename(path),
      contents: Buffer.from(contents),
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { files, metafile };
};
