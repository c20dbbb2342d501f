import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { runProcess } from '../../../local/stand-in/run-process.ts';
import { buildCli } from '../../../scripts/build/build-cli.ts';
import { sampleCheckout } from './sample-checkout.ts';

let root = '';
afterEach(async () => rm(root, { recursive: true, force: true }));

describe('building the command', () => {
  it.each([
    ['without a first line of its own', ''],
    ['that begins with its own `#!` line', '#!/usr/bin/env node\n'],
  ])('makes one file that runs, from a source %s', async (_title, first) => {
    root = await sampleCheckout({
      'cli/main.ts': `${first}import { parse } from 'yaml';\nconst text: string = 'a: 1';\nconsole.log(parse(text).a, process.argv[2]);\n`,
    });
    const outDir = join(root, 'dist', 'cli');
    const path = await buildCli({ root, outDir });
    expect(await readdir(outDir)).toEqual(['sealward.mjs']);
    expect(
      (await readFile(path, 'utf8')).split('\n').filter((line) => line.startsWith('#!')),
    ).toEqual(['#!/usr/bin/env node']);
    expect((await stat(path)).mode & 0o111).toBe(0o111);
    expect(await runProcess(path, ['two'])).toEqual({ code: 0, stdout: '1 two\n', stderr: '' });
  });

  it('keeps the whole chain of credentials', async () => {
    root = await sampleCheckout({
      'cli/main.ts': `import { S3Client } from '@aws-sdk/client-s3';
const { accessKeyId } = await new S3Client({ region: 'eu-west-1' }).config.credentials();
console.log(accessKeyId);
`,
      'credentials.mjs': `console.log(JSON.stringify({ Version: 1, AccessKeyId: 'from-a-process', SecretAccessKey: 'none' }));`,
    });
    const command = `"${process.execPath}" "${join(root, 'credentials.mjs')}"`;
    await writeFile(join(root, 'config'), `[profile someone]\ncredential_process = ${command}\n`);
    const env = {
      PATH: process.env['PATH'],
      AWS_CONFIG_FILE: join(root, 'config'),
      AWS_SHARED_CREDENTIALS_FILE: join(root, 'none'),
      AWS_PROFILE: 'someone',
    };
    const path = await buildCli({ root, outDir: join(root, 'dist') });
    expect(await runProcess(path, [], { env })).toEqual({
      code: 0,
      stdout: 'from-a-process\n',
      stderr: '',
    });
  });
});
