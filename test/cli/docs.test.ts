import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { renderCliDocs } from '../../scripts/generate/render-cli-docs.ts';
import { consoleBlocks, yamlBlock } from './made/console-blocks.ts';
import { type PayrollWorld, startPayrollWorld, writePolicy } from './made/payroll-world.ts';

const DOCS = readFileSync('docs/cli.md', 'utf8');
const DOCUMENTED = consoleBlocks(DOCS);
// the ids of the local AWS mean nothing to a reader, and neither does a hash of them
const KEY_ID = '1234abcd-12ab-34cd-56ef-1234567890ab';
const HASH = '5cfa7b662949f3a1'.repeat(4);

jest.setTimeout(30_000); // each test starts processes

let world: PayrollWorld;
beforeAll(async () => {
  world = await startPayrollWorld();
  const Bucket = 'payroll-2026';
  world.aws.front.model.apply({ service: 's3', name: 'CreateBucket', input: { Bucket } });
  const put = (Key: string, more: object = {}) =>
    world.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', ...more }));
  await put('statements/may.pdf');
  await put('statements/june.pdf', { ServerSideEncryption: 'aws:kms', SSEKMSKeyId: world.keyArn });
  writePolicy(world);
  writeFileSync(join(world.cwd, 'sealward.policy.yaml'), yamlBlock(DOCS));
});
afterAll(() => world.stop());

const asDocumented = (out: string): string =>
  out
    .replaceAll(world.keyArn.split('/')[1] ?? '', KEY_ID)
    .replaceAll(/\b[0-9a-f]{64}\b/g, HASH)
    .replaceAll(/policy [0-9a-f]{12}\b/g, `policy ${HASH.slice(0, 12)}`);

it('shows the help of every command and every error code', () => {
  expect(renderCliDocs(DOCS)).toBe(DOCS);
});

it('has examples', () => {
  expect(DOCUMENTED.length).toBeGreaterThan(5);
});

it.each(DOCUMENTED)('prints what it shows for $argv', async ({ argv, out, code }) => {
  const ran = await world.sealward(argv);
  expect(asDocumented(ran.out)).toBe(out);
  expect(ran).toMatchObject({ err: '', code });
});
