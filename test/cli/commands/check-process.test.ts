import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import { listen } from '../../../local/front/listen.ts';
import { ACCOUNT, OTHER_ACCOUNT } from '../../made/facts.ts';
import {
  HOSTILE,
  ODD,
  type PayrollWorld,
  startPayrollWorld,
  writePolicy,
} from '../made/payroll-world.ts';

jest.setTimeout(30_000); // each test starts processes

const REDIRECT = '<Error><Code>PermanentRedirect</Code><Message>elsewhere</Message></Error>';

let world: PayrollWorld;
beforeAll(async () => {
  world = await startPayrollWorld();
  writePolicy(world);
});
afterAll(() => world.stop());

it.each([
  ['a compliant object', 'good.pdf', 0, ['compliant', '  rule         payroll']],
  ['a violation', 'bad.pdf', 1, ['violation', '  found        AES256', 'update-encryption: ']],
  ['an object under SSE-C', 'sse-c.pdf', 1, ['  found        sse-c', 'customer-key-unknown']],
  ['an object that it may not read', 'secret.pdf', 2, ['indeterminate', 'AWS refused to read']],
  ['a key that is no URL', ODD, 0, [`compliant      s3://payroll-eu/${ODD}\n`]],
])('judges %s', async (_title, key, code, parts) => {
  const ran = await world.sealward(['check', `s3://payroll-eu/${key}`]);
  expect(ran.code).toBe(code);
  for (const part of parts) expect(ran.out).toContain(part);
});

it('judges a prefix with keys that XML cannot carry, and lets none of them act', async () => {
  const ran = await world.sealward(['check', 's3://payroll-eu/odd/', '--json']);
  const lines = ran.out.trimEnd().split('\n').slice(0, -1);
  expect(lines.map((line) => JSON.parse(line).key)).toEqual([HOSTILE, ODD]);
  expect(ran).toMatchObject({ code: 0, err: '' });
  const shown = await world.sealward(['check', 's3://payroll-eu/odd/']);
  expect(shown.out).toContain('s3://payroll-eu/odd/\\u{1}\\u{1b}[2J\\u{202e}\n');
});

it('judges older versions', async () => {
  const ran = await world.sealward(['check', 's3://payroll-old/', '--all-versions', '--json']);
  const lines = ran.out.trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).verdict?.kind)).toEqual([
    'compliant',
    'violation',
    undefined,
  ]);
  expect(ran.code).toBe(1);
});

it.each([
  ['E_NOT_FOUND', 's3://payroll-eu/good.pdf?versionId=v1', {}],
  ['E_NOT_FOUND', 's3://payroll-eu/none/', {}],
  ['E_BUCKET_NOT_FOUND', 's3://payroll-none/good.pdf', {}],
  ['E_BUCKET_NOT_FOUND', 's3://payroll-none/', {}],
  ['E_NO_REGION', 's3://payroll-eu/good.pdf', { AWS_REGION: '' }],
  [
    'E_NO_CREDENTIALS',
    's3://payroll-eu/good.pdf',
    { AWS_ACCESS_KEY_ID: '', AWS_SECRET_ACCESS_KEY: '' },
  ],
  ['E_UNREACHABLE', 's3://payroll-eu/good.pdf', { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }],
] as const)('ends with 2 and one line for %s: %s', async (code, uri, env) => {
  const ran = await world.sealward(['check', uri], env);
  expect(ran.err).toMatch(new RegExp(`^error ${code}: [^\\n]+\\n$`));
  expect(ran.code).toBe(2);
});

it('ends with 2 and one line where the credentials expired', async () => {
  world.aws.expireCredentials(true);
  const ran = await world.sealward(['check', 's3://payroll-eu/good.pdf']);
  world.aws.expireCredentials(false);
  expect(ran.err).toMatch(/^error E_EXPIRED_CREDENTIALS: [^\n]+\n$/);
  expect(ran.code).toBe(2);
});

it('ends with 2 where the bucket belongs to another account than expected', async () => {
  writeFileSync(join(world.cwd, 'any.yaml'), 'version: 1\n'); // no alias: good for any account
  const more = ['--account', OTHER_ACCOUNT, '--policy', 'any.yaml'];
  const ran = await world.sealward(['check', 's3://payroll-eu/', ...more]);
  expect(ran.err).toMatch(/^error E_ACCESS_DENIED: .*must belong to account `444455556666`.*\n$/);
  expect(ran.code).toBe(2);
});

it('ends with 2 and names the Region where the bucket is in another one', async () => {
  const { url, close } = await listen(
    createServer((request, response) => {
      response.writeHead(301, { 'x-amz-bucket-region': 'eu-central-1' });
      response.end(request.method === 'HEAD' ? '' : REDIRECT);
    }),
    0,
  );
  const argv = ['check', 's3://payroll-eu/good.pdf', '--account', ACCOUNT];
  const ran = await world.sealward(argv, { AWS_ENDPOINT_URL: url });
  await close();
  expect(ran.err).toMatch(
    /^error E_WRONG_REGION: bucket `payroll-eu` is in `eu-central-1`, not in `eu-west-1`: run again with `--region eu-central-1` .*\n$/,
  );
  expect(ran.code).toBe(2);
});
