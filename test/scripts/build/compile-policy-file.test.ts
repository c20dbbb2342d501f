import { rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { BuildError } from '../../../scripts/build/build-error.ts';
import { compilePolicyFile } from '../../../scripts/build/compile-policy-file.ts';
import { sampleCheckout } from './sample-checkout.ts';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/11111111-1111-4111-8111-111111111111';

const withAlias = `version: 1
mode: observe
rules:
  - id: payroll
    match: { buckets: [payroll] }
    require: { kms-key: [alias/payroll] }
`;

const lock = JSON.stringify({
  version: 1,
  pins: [{ account: '111122223333', region: 'eu-west-1', alias: 'alias/payroll', keyArn }],
});

let root = '';
afterEach(async () => rm(root, { recursive: true, force: true }));

const write = async (files: Readonly<Record<string, string>>): Promise<string> => {
  root = await sampleCheckout(files);
  return join(root, 'p.yaml');
};

const compile = async (path: string, region = 'eu-west-1') => compilePolicyFile(path, { region });

const failure = async (path: string, region?: string): Promise<BuildError> => {
  const error: unknown = await compile(path, region).catch((thrown: unknown) => thrown);
  if (error instanceof BuildError) return error;
  throw new Error(`expected a BuildError, not ${String(error)}`);
};

describe('compiling a policy file', () => {
  it('takes aliases from the lock file beside it', async () => {
    const path = await write({ 'p.yaml': withAlias, 'p.lock.json': lock });
    expect((await compile(path)).rules[0]).toMatchObject({
      id: 'payroll',
      require: { kmsKey: [keyArn] },
    });
  });

  it('names file, line and column of a mistake', async () => {
    const path = await write({ 'p.yaml': 'version: 1\nmode: observe\nrule: []\n' });
    expect((await failure(path)).message).toMatch(`${relative(process.cwd(), path)}:3:1: `);
  });

  it('names every mistake', async () => {
    const path = await write({ 'p.yaml': 'version: 1\nmode: obser\nrule: []\n' });
    expect((await failure(path)).message.split('\n')).toHaveLength(2);
  });

  it('stops at an alias that is not pinned', async () => {
    const path = await write({ 'p.yaml': withAlias });
    expect((await failure(path)).message).toMatch(
      /p\.yaml:6:26: .*`alias\/payroll`.*`sealward policy pin`/s,
    );
  });

  it('stops at an alias that is pinned for another Region only', async () => {
    const path = await write({ 'p.yaml': withAlias, 'p.lock.json': lock });
    expect((await failure(path, 'eu-central-1')).message).toContain('eu-central-1');
  });

  it('stops at a lock file with a mistake', async () => {
    const path = await write({
      'p.yaml': withAlias,
      'p.lock.json': '{ "version": 2, "pins": [] }',
    });
    expect((await failure(path)).message).toMatch(/p\.lock\.json:1:14: /);
  });

  it('says what to do where there is no policy', async () => {
    const path = await write({});
    expect((await failure(path)).message).toBe(
      `no policy at \`${relative(process.cwd(), path)}\`: write one with \`sealward policy init\`, or name it with \`--param policy=…\``,
    );
  });

  it('throws what is no mistake of the policy', async () => {
    const path = await write({});
    await writeFile(join(root, 'file'), '');
    await expect(compile(join(root, 'file', 'p.yaml'))).rejects.toMatchObject({ code: 'ENOTDIR' });
    expect(path).toContain(root);
  });
});
