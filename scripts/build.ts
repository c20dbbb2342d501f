import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { BuildError } from './build/build-error.ts';
import { buildCli } from './build/build-cli.ts';
import { buildFunctions } from './build/build-functions.ts';
import { compilePolicyFile } from './build/compile-policy-file.ts';

const root = resolve(import.meta.dirname, '..');

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'dist') },
    policy: { type: 'string', default: join(root, 'sealward.policy.yaml') },
    region: { type: 'string', default: process.env['AWS_REGION'] ?? 'eu-west-1' },
    cli: { type: 'boolean', default: false }, // the command alone
  },
});

const kib = (bytes: number): string => `${Math.ceil(bytes / 1024)} KiB`;

const build = async (): Promise<void> => {
  const out = resolve(values.out);
  if (!values.cli) {
    const names = (await readdir(join(root, 'functions'))).map((file) => file.replace(/\.ts$/, ''));
    const policy = await compilePolicyFile(resolve(values.policy), { region: values.region });
    const outDir = join(out, 'functions');
    for (const built of await buildFunctions({ root, outDir, names, policy })) {
      console.log(`${built.zipPath}: bundle ${kib(built.bundleBytes)}`);
    }
  }
  console.log(await buildCli({ root, outDir: join(out, 'cli') }));
};

await build().catch((error: unknown) => {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
});
