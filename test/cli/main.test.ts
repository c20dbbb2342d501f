import { once } from 'node:events';
import { createServer } from 'node:http';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { listen } from '../../local/front/listen.ts';
import { ACCOUNT, REGION } from '../made/facts.ts';
import { type PayrollWorld, POLICY, startPayrollWorld, writePolicy } from './made/payroll-world.ts';
import { startMain, whenEnded } from './made/run-main.ts';

jest.setTimeout(30_000); // each test starts processes

let world: PayrollWorld;
beforeAll(async () => {
  world = await startPayrollWorld();
});
afterAll(() => world.stop());

it('goes from no policy to a verdict', async () => {
  const { sealward, cwd, keyArn } = world;
  expect(await sealward(['policy', 'init'])).toMatchObject({ code: 0 });
  expect(await sealward(['policy', 'init'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('error E_EXISTS: '),
  });
  writeFileSync(join(cwd, 'sealward.policy.yaml'), POLICY);
  expect(await sealward(['check', 's3://payroll-eu/good.pdf'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('error E_POLICY_UNPINNED: '),
  });
  expect(await sealward(['policy', 'pin'])).toMatchObject({
    code: 0,
    out: `added       alias/payroll -> ${keyArn}\nwrote \`sealward.policy.lock.json\`: commit it with the policy\n`,
  });
  expect(JSON.parse(readFileSync(join(cwd, 'sealward.policy.lock.json'), 'utf8'))).toEqual({
    version: 1,
    pins: [{ account: ACCOUNT, region: REGION, alias: 'alias/payroll', keyArn }],
  });
  expect(await sealward(['policy', 'lint'])).toMatchObject({ code: 0 });
  expect(await sealward(['check', 's3://payroll-eu/good.pdf'])).toMatchObject({
    code: 0,
    err: '',
    out: expect.stringMatching(/^compliant {6}s3:\/\/payroll-eu\/good\.pdf\n/),
  });
});

describe('the process', () => {
  beforeAll(() => writePolicy(world));

  it('prints its version and its help on stdout, and exits with 0', async () => {
    const version = JSON.parse(readFileSync('package.json', 'utf8')).version;
    expect(await world.sealward(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
    expect(await world.sealward(['--help'])).toMatchObject({
      code: 0,
      err: '',
      out: expect.stringMatching(/^Usage: sealward /),
    });
  });

  it('prints its help on stderr where no command is given, and exits with 2', async () => {
    expect(await world.sealward([])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^Usage: sealward /),
    });
  });

  it('colours only where it is told to, in a pipe', async () => {
    const argv = ['check', 's3://payroll-eu/bad.pdf'];
    expect((await world.sealward(argv)).out).not.toContain('\u001B');
    const forced = await world.sealward(argv, { FORCE_COLOR: '1' });
    expect(forced.out).toContain('\u001B[31mviolation');
  });

  it('prints where an error was thrown with --debug', async () => {
    const ran = await world.sealward(['check', 'x', '--debug']);
    expect(ran.err).toMatch(/^error E_USAGE: .*\n.*CliError.*\n\s+at parseS3Uri/);
  });

  it('ends as other tools do when the reader of its output leaves', async () => {
    const argv = ['check', 's3://payroll-eu/', '--json', '--max-concurrency', '1'];
    const env = { AWS_ENDPOINT_URL: world.aws.front.url };
    const child = startMain(argv, { cwd: world.cwd, env });
    child.stdout?.once('data', () => child.stdout?.destroy());
    expect(await once(child, 'exit')).toEqual([141, null]);
  });

  it('tells on Ctrl-C what was judged until then, without waiting for AWS', async () => {
    const server = createServer();
    const { url, close } = await listen(server, 0);
    writeFileSync(join(world.cwd, 'plain.yaml'), 'version: 1\n'); // asks nothing of KMS
    const more = ['--policy', 'plain.yaml', '--account', ACCOUNT, '--max-concurrency', '1'];
    const argv = ['check', 's3://payroll-eu/', ...more];
    const child = startMain(argv, { cwd: world.cwd, env: { AWS_ENDPOINT_URL: url } });
    server.on('request', (request, response) => {
      if (request.method === 'GET') {
        const keys = ['a', 'b'].map((key) => `<Contents><Key>${key}</Key></Contents>`).join('');
        response.end(
          `<ListBucketResult><IsTruncated>false</IsTruncated>${keys}</ListBucketResult>`,
        );
      } else if (request.url === '/payroll-eu/a') {
        response.setHeader('x-amz-server-side-encryption', 'AES256').end();
      } else if (request.url === '/payroll-eu/b') {
        child.kill('SIGINT'); // and no answer
      } else {
        response.writeHead(400).end();
      }
    });
    const ended = await whenEnded(child);
    await close();
    expect(ended.out).toContain('checked 1 object (interrupted), 1 violation; ');
    expect(ended).toMatchObject({ code: 130, signal: null, err: '' });
  });
});
