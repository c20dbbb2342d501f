import { describe, expect, it } from '@jest/globals';
import { FILES, POLICY, WORLD } from '../made/check-world.ts';
import { run } from '../made/door.ts';

describe('sealward check, before it begins', () => {
  it.each([
    [
      'no policy',
      {},
      'E_POLICY_NOT_FOUND: there is no policy at `sealward.policy.yaml`: name it with `--policy`, or write a first one with `sealward policy init`',
    ],
    [
      'a mistake in the policy',
      { 'sealward.policy.yaml': 'version: 1\nrulez: []\n' },
      'E_POLICY: 1 mistake in the policy `sealward.policy.yaml`\n  sealward.policy.yaml:2:1: ',
    ],
    [
      'an alias that is not pinned',
      { 'sealward.policy.yaml': POLICY },
      'E_POLICY_UNPINNED: the policy names aliases that are not pinned for account `111122223333` in `eu-west-1`: run `sealward policy pin`\n  sealward.policy.yaml:7:',
    ],
    [
      'a broken lock file',
      { ...FILES, 'sealward.policy.lock.json': '{"version":2,"pins":[]}' },
      'E_POLICY: 1 mistake in the policy `sealward.policy.yaml`\n  sealward.policy.lock.json:1:',
    ],
  ])('says what to do about %s', async (_title, files, message) => {
    const ran = await run({ files }, 'check', 's3://payroll-eu/good.pdf');
    expect(ran.err).toEqual([expect.stringContaining(`error ${message}`)]);
    expect(ran).toMatchObject({ exitCode: 2, out: [] });
  });

  it.each([
    ['no-credentials', 'E_NO_CREDENTIALS'],
    ['expired-credentials', 'E_EXPIRED_CREDENTIALS'],
    ['invalid-credentials', 'E_INVALID_CREDENTIALS'],
    ['no-region', 'E_NO_REGION'],
    ['unreachable', 'E_UNREACHABLE'],
  ] as const)('says what to do about %s', async (cause, code) => {
    const awsProblem = { kind: 'aws-problem', cause, words: 'as AWS says it' } as const;
    const ran = await run({ ...WORLD, awsProblem }, 'check', 's3://payroll-eu/good.pdf');
    expect(ran.err).toEqual([expect.stringMatching(new RegExp(`^error ${code}: [^\\n]+$`))]);
    expect(ran.exitCode).toBe(2);
  });

  it.each([
    [['check', 's3://payroll-eu/x/', '--version-id', 'v1'], '`--version-id` goes with one object'],
    [
      ['check', 's3://payroll-eu/x', '--version-id', 'v1', '--all-versions'],
      'use either `--version-id` or `--all-versions`',
    ],
    [['check', 'payroll-eu/x'], 'expected `s3://bucket/key`, got `payroll-eu/x`'],
    [['check', 's3://payroll-eu/x', '--account', '12'], 'is invalid: expected 12 digits; see'],
    [['check', 's3://payroll-eu/x', '--max-concurrency', '1e2'], 'a whole number from 1 to 256'],
    [['check', 's3://payroll-eu/x', 's3://payroll-eu/y'], 'too many arguments'],
    [['check'], 'missing required argument `uri`; see `sealward check --help`'],
  ])('refuses %j', async (argv, message) => {
    const ran = await run(WORLD, ...argv);
    expect(ran.err).toEqual([expect.stringContaining(message)]);
    expect(ran.err[0]).toMatch(/^error E_USAGE: /);
    expect(ran).toMatchObject({ exitCode: 2, out: [], asked: [] });
  });

  it('compiles for the account and Region that it is told', async () => {
    const ran = await run(WORLD, 'check', 's3://payroll-eu/good.pdf', '--region', 'eu-central-1');
    expect(ran.err[0]).toContain('not pinned for account `111122223333` in `eu-central-1`');
    expect(ran.connected).toEqual([{ region: 'eu-central-1', maxConcurrency: 16 }]);
  });
});
