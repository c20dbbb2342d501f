import { access, cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkout } from '../../../local/stand-in/checkout.ts';
import { packageStack, runOsls, type StackFolder } from '../../infra/package-stack.ts';
import { sampleCheckout } from '../build/sample-checkout.ts';
import { unzip } from '../build/unzip.ts';

const DOORS = ['close-dead-letter', 'judge-object', 'reencrypt-object'];

let root: string; // a checkout of our scripts and core, with doors that do nothing: bundling them takes no time
let folder: StackFolder;

beforeAll(async () => {
  const door = 'export const handler = async (): Promise<void> => {};\n';
  root = await sampleCheckout(
    Object.fromEntries(DOORS.map((name) => [`functions/${name}.ts`, door])),
  );
  for (const name of ['scripts', 'core', 'cli'])
    await cp(join(checkout, name), join(root, name), { recursive: true });
  folder = await packageStack({ root, policy: 'version: 1\nmode: observe\n' });
}, 60_000);
afterAll(async () => {
  for (const dir of [root, folder.dir]) await rm(dir, { recursive: true, force: true });
});

const writePolicy = async (text: string) =>
  writeFile(join(folder.dir, 'sealward.policy.yaml'), text);

const shippedPolicy = async (name: string): Promise<unknown> => {
  const files = unzip(await readFile(join(folder.dir, 'dist', 'functions', `${name}.zip`)));
  return JSON.parse(String(files.get('policy.json')));
};

describe('osls package', () => {
  it('ships the policy with every function', async () => {
    expect(folder.osls.code).toBe(0);
    for (const name of DOORS) {
      expect(await shippedPolicy(name)).toMatchObject({
        rules: [{ id: 'defaults', mode: 'observe' }],
      });
    }
  });

  it('never ships an older one', async () => {
    await writePolicy('version: 1\nmode: enforce\n');
    expect(await runOsls(folder.dir, root)).toMatchObject({ code: 0 });
    expect(await shippedPolicy('judge-object')).toMatchObject({
      rules: [{ id: 'defaults', mode: 'enforce' }],
    });
  }, 30_000);

  it('stops at a mistake in the policy, with its place and without a stack trace', async () => {
    await writePolicy('version: 1\nmode: obsrve\n');
    const { code, stdout, stderr } = await runOsls(folder.dir, root);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('\nsealward.policy.yaml:2:7: ');
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  }, 30_000);

  it('takes the policy that `--param policy=…` names', async () => {
    await writeFile(join(folder.dir, 'other.yaml'), 'version: 1\nmode: observe\nrule: 1\n');
    const { code, stdout, stderr } = await runOsls(folder.dir, root, { policy: 'other.yaml' });
    expect(code).toBe(1);
    expect(stdout + stderr).toContain('other.yaml:3:1: ');
    await expect(access(join(folder.dir, 'other.lock.json'))).rejects.toMatchObject({
      code: 'ENOENT',
    });
  }, 30_000);

  it('stops at buckets that cannot be, and says what to write', async () => {
    await writePolicy('version: 1\nmode: observe\n');
    const params = { quarantineBuckets: 'uploads,s3://archive' };
    const { code, stdout, stderr } = await runOsls(folder.dir, root, params);
    expect(code).toBe(1);
    expect(stdout + stderr).toContain(
      '\n`--param quarantineBuckets`: `s3://archive` names no bucket: write the name of the bucket alone',
    );
    expect(stdout + stderr).not.toMatch(/\n\s+at /);
  }, 30_000);
});
