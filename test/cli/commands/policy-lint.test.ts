import { describe, expect, it } from '@jest/globals';
import { run } from '../made/door.ts';
import { FILE, LOCK, lockTo, POLICY } from '../made/policy-files.ts';

describe('sealward policy lint', () => {
  it('says that there are no mistakes, and that aliases need a lock file', async () => {
    expect(await run({ files: { [FILE]: POLICY } }, 'policy', 'lint')).toMatchObject({
      exitCode: 0,
      out: [
        'no mistakes in `sealward.policy.yaml`; there is no lock file, so aliases were not looked at',
      ],
    });
  });

  it('compiles for each account and Region of the lock file', async () => {
    const ran = await run({ files: { [FILE]: POLICY, [LOCK]: lockTo('k1') } }, 'policy', 'lint');
    expect(ran).toMatchObject({
      exitCode: 0,
      out: [
        expect.stringMatching(
          /^compiles for account 111122223333 in eu-west-1: policy [0-9a-f]{12}$/,
        ),
        'no mistakes in `sealward.policy.yaml`',
      ],
    });
  });

  it('names a mistake that only compiling finds', async () => {
    const files = {
      [FILE]: POLICY.replace('[alias/payroll]', '[alias/payroll, alias/new]'),
      [LOCK]: lockTo('k1'),
    };
    const ran = await run({ files }, 'policy', 'lint');
    expect(ran.out[0]).toMatch(/^sealward\.policy\.yaml:5:\d+: `alias\/new` is not pinned/);
    expect(ran.exitCode).toBe(1);
  });

  it.each([
    ['an empty file', '', '1:1'],
    ['broken YAML', 'version: 1\nrules: [\n', '2:8'],
    ['an unknown field', 'version: 1\nmod: observe\n', '2:1'],
    ['an unknown value', 'version: 1\nmode: watch\n', '2:7'],
    ['a missing version', 'mode: observe\n', '1:1'],
    ['an unknown version', 'version: 2\n', '1:10'],
    ['a field given twice', 'version: 1\nmode: observe\nmode: enforce\n', '3:1'],
    ['the wrong type', 'version: 1\nrules: {}\n', '2:8'],
    ['a rule without a target', POLICY.replace(/ {4}target.*\n/, ''), '6:19'],
    [
      'a key id without its ARN',
      POLICY.replace(
        'target: { kms-key: alias/payroll',
        'target: { kms-key: 1234abcd-12ab-34cd-56ef-1234567890ab',
      ),
      '7:24',
    ],
  ])('gives line and column of %s, and exits with 1', async (_title, text, at) => {
    const ran = await run({ files: { [FILE]: text } }, 'policy', 'lint');
    expect(ran.out[0]).toMatch(new RegExp(`^sealward\\.policy\\.yaml:${at}: `));
    expect(ran.out.at(-1)).toMatch(/^\d+ mistakes? in `sealward\.policy\.yaml`$/);
    expect(ran).toMatchObject({ exitCode: 1, err: [] });
  });

  it('names the mistakes of the policy and of its lock file', async () => {
    const files = { [FILE]: 'version: 1\nmod: x\n', [LOCK]: '{"version":1,"pins":[{}]}' };
    const ran = await run({ files }, 'policy', 'lint');
    expect(ran.out.some((line) => line.startsWith('sealward.policy.yaml:2:1: '))).toBe(true);
    expect(ran.out.some((line) => line.startsWith('sealward.policy.lock.json:1:'))).toBe(true);
  });

  it('prints mistakes as JSON', async () => {
    const files = { [FILE]: 'version: 1\nmod: observe\n' };
    const ran = await run({ files }, 'policy', 'lint', '--json');
    expect(ran.out.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({
        kind: 'mistake',
        code: 'unknown-field',
        file: FILE,
        line: 2,
        column: 1,
      }),
      { kind: 'summary', mistakes: 1, compiled: [], exitCode: 1 },
    ]);
  });

  it('exits with 2 where there is no policy', async () => {
    expect(await run({}, 'policy', 'lint')).toMatchObject({
      exitCode: 2,
      err: [expect.stringContaining('error E_POLICY_NOT_FOUND: ')],
    });
  });
});
