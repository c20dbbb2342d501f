import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CompiledPolicy } from '../../../core/policy/compiled-policy.ts';
import { runProcess } from '../../../local/stand-in/run-process.ts';
import { buildFunctions } from '../../../scripts/build/build-functions.ts';
import { sampleCheckout } from './sample-checkout.ts';
import { unzip } from './unzip.ts';

const policy: CompiledPolicy = {
  version: 1,
  policyHash: 'f'.repeat(64),
  rules: [],
  exemptions: [],
  pins: [],
};

const sources = {
  'functions/small.ts': `import { fail } from '../core/fail.ts';
export const handler = async (): Promise<void> => fail();
`,
  'functions/large.ts': `import { S3Client } from '@aws-sdk/client-s3';
export const handler = async (): Promise<string> => typeof S3Client;
`,
  'core/fail.ts': `export const fail = (): never => {
  throw new Error('meant to fail');
};
`,
};

let root: string;
beforeAll(async () => {
  root = await sampleCheckout(sources);
});
afterAll(async () => rm(root, { recursive: true, force: true }));

const build = async (names: readonly string[], outDir = 'out', from = root) =>
  buildFunctions({ root: from, outDir: join(root, outDir), names, policy });

const filesOf = async (outDir: string, name: string) =>
  unzip(await readFile(join(root, outDir, `${name}.zip`)));

describe('building functions', () => {
  it('puts the bundle, its source map and the policy into each zip', async () => {
    await build(['small'], 'contents');
    const files = await filesOf('contents', 'small');
    expect([...files.keys()]).toEqual(['index.mjs', 'index.mjs.map', 'policy.json']);
    expect(JSON.parse(String(files.get('policy.json')))).toEqual(policy);
  });

  it('empties the folder first, so that nothing stale is shipped', async () => {
    await mkdir(join(root, 'stale'));
    await writeFile(join(root, 'stale', 'old.zip'), '');
    await build(['small'], 'stale');
    expect(await readdir(join(root, 'stale'))).toEqual(['small.meta.json', 'small.zip']);
  });

  it('gives the same bytes from any checkout into any folder', async () => {
    const other = await sampleCheckout(sources);
    try {
      await build(['large'], 'here');
      await build(['large'], 'deeper/there', other);
      const [here, there] = await Promise.all(
        ['here', 'deeper/there'].map(async (dir) => readFile(join(root, dir, 'large.zip'))),
      );
      expect(here?.equals(there ?? Buffer.alloc(0))).toBe(true);
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });

  it('takes along only the credentials that Lambda gives', async () => {
    const [built] = await build(['large'], 'credentials');
    const providers = Object.keys(built?.metafile.inputs ?? {}).flatMap(
      (path) => /credential-provider-([a-z-]+)/.exec(path)?.[1] ?? [],
    );
    expect(new Set(providers)).toEqual(new Set(['env']));
  });

  it('maps our own lines and no package’s', async () => {
    await build(['large'], 'map');
    const map = (await filesOf('map', 'large')).get('index.mjs.map');
    expect((JSON.parse(String(map)) as { sources: string[] }).sources).toEqual([
      '../functions/large.ts',
    ]);
  });

  it('makes a module that runs, and whose errors point at the source', async () => {
    await build(['small'], 'run');
    const dir = join(root, 'run', 'unzipped');
    await mkdir(dir);
    for (const [name, contents] of await filesOf('run', 'small'))
      await writeFile(join(dir, name), contents);
    const call = `import('${join(dir, 'index.mjs')}').then(({ handler }) => handler())`;
    const { code, stderr } = await runProcess(process.execPath, [
      '--enable-source-maps',
      '-e',
      call,
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/meant to fail[\s\S]*core\/fail\.ts:2:/);
  });

  it('names a function that has no file', async () => {
    await expect(build(['absent'])).rejects.toThrow(
      'function `absent` has no file `functions/absent.ts`: write it, with an export `handler`',
    );
  });

  it('names file, line and column of what cannot be built', async () => {
    await writeFile(
      join(root, 'functions', 'broken.ts'),
      `\nimport { a } from './nowhere.ts';\nexport const handler = a;\n`,
    );
    await expect(build(['broken'])).rejects.toThrow(
      'functions/broken.ts:2:19: Could not resolve "./nowhere.ts"',
    );
  });
});
