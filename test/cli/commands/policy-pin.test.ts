import { describe, expect, it } from '@jest/globals';
import { starterPolicy } from '../../../core/policy/starter-policy.ts';
import { keyArn, makeKey } from '../../made/facts.ts';
import { run } from '../made/door.ts';
import { FILE, LOCK, lockTo, POLICY } from '../made/policy-files.ts';

describe('sealward policy pin', () => {
  const keys = { 'alias/payroll': makeKey('k1') };

  it('writes the lock file and prints what was pinned', async () => {
    const ran = await run({ files: { [FILE]: POLICY }, keys }, 'policy', 'pin');
    expect(ran.out).toEqual([
      `added       alias/payroll -> ${keyArn('k1')}`,
      'wrote `sealward.policy.lock.json`: commit it with the policy',
    ]);
    expect(ran).toMatchObject({ exitCode: 0, err: [], files: { [LOCK]: lockTo('k1') } });
  });

  it('writes beside the policy that it is told', async () => {
    const files = { 'policies/eu.yml': POLICY };
    const ran = await run({ files, keys }, 'policy', 'pin', '--policy', 'policies/eu.yml');
    expect(Object.keys(ran.files)).toEqual(['policies/eu.yml', 'policies/eu.lock.json']);
  });

  it('writes nothing in a dry run, and exits with 1 where there is something to write', async () => {
    const ran = await run({ files: { [FILE]: POLICY }, keys }, 'policy', 'pin', '--dry-run');
    expect(ran.out.at(-1)).toBe('nothing was written: run it again without `--dry-run`');
    expect(ran.exitCode).toBe(1);
    expect(Object.keys(ran.files)).toEqual([FILE]);
  });

  it.each([['--dry-run'], ['--accept-moved']])(
    'exits with 0 where all is pinned already (%s)',
    async (option) => {
      const files = { [FILE]: POLICY, [LOCK]: lockTo('k1') };
      expect(await run({ files, keys }, 'policy', 'pin', option)).toMatchObject({
        exitCode: 0,
        out: [
          `kept        alias/payroll -> ${keyArn('k1')}`,
          'every alias is pinned in `sealward.policy.lock.json` already',
        ],
      });
    },
  );

  it('refuses an alias that moved', async () => {
    const files = { [FILE]: POLICY, [LOCK]: lockTo('k0') };
    const ran = await run({ files, keys }, 'policy', 'pin');
    expect(ran.out).toEqual([
      'moved       alias/payroll',
      `  was         ${keyArn('k0')}`,
      `  is now      ${keyArn('k1')}`,
    ]);
    expect(ran).toMatchObject({
      exitCode: 2,
      files,
      err: [
        'error E_ALIAS_MOVED: an alias points to another key than before, so nothing was written: find out who moved it, then run it again with `--accept-moved`',
      ],
    });
  });

  it('pins an alias that moved with --accept-moved', async () => {
    const files = { [FILE]: POLICY, [LOCK]: lockTo('k0') };
    const ran = await run({ files, keys }, 'policy', 'pin', '--accept-moved');
    expect(ran).toMatchObject({ exitCode: 0, files: { [LOCK]: lockTo('k1') } });
  });

  it.each([
    ['that is not there', {}, '  AWS said    NotFound: no'],
    [
      'of a key that is disabled',
      { 'alias/payroll': makeKey('k1', { state: 'Disabled' }) },
      '  note        its state is `Disabled`',
    ],
  ])('refuses an alias %s', async (_title, someKeys, line) => {
    const ran = await run({ files: { [FILE]: POLICY }, keys: someKeys }, 'policy', 'pin');
    expect(ran.out.at(-1)).toBe(line);
    expect(ran).toMatchObject({ exitCode: 2, err: [expect.stringContaining('error E_ALIAS: ')] });
    expect(Object.keys(ran.files)).toEqual([FILE]);
  });

  it('has nothing to do for a policy without aliases', async () => {
    const ran = await run({ files: { [FILE]: starterPolicy() } }, 'policy', 'pin');
    expect(ran).toMatchObject({
      exitCode: 0,
      out: ['the policy names no alias: there is nothing to pin'],
    });
    expect(Object.keys(ran.files)).toEqual([FILE]);
  });

  it('says mistakes of the policy before it asks AWS', async () => {
    const ran = await run({ files: { [FILE]: 'version: 3\n' } }, 'policy', 'pin');
    expect(ran.err).toEqual([
      expect.stringContaining('error E_POLICY: 1 mistake in the policy `sealward.policy.yaml`\n'),
    ]);
    expect(ran.connected).toEqual([]);
  });
});
