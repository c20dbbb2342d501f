import { describe, expect, it } from '@jest/globals';
import { run, type World } from './made/door.ts';

const BROKEN: World = {
  files: { 'sealward.policy.yaml': 'version: 1\n' },
  objects: () => {
    throw new TypeError('x is not \u001B[31m a function');
  },
};
const CHECK = ['check', 's3://bucket/key'];

describe('a mistake of our own', () => {
  it('is told as one, on one line, with exit code 2', async () => {
    const ran = await run(BROKEN, ...CHECK);
    expect(ran.err).toEqual([
      'error E_INTERNAL: a mistake in sealward itself: x is not \\u{1b}[31m a function; run it again with `--debug` and report what it prints',
    ]);
    expect(ran).toMatchObject({ exitCode: 2, out: [] });
  });

  it('shows where it was made with --debug', async () => {
    const ran = await run(BROKEN, ...CHECK, '--debug');
    expect(ran.err[1]).toMatch(/TypeError: x is not[^]*at /);
  });
});

describe('usage errors', () => {
  it.each([
    [['chekc'], 'unknown command `chekc` (did you mean `check`?); see `sealward --help`'],
    [
      ['policy', 'linz'],
      'unknown command `linz` (did you mean `lint`?); see `sealward policy --help`',
    ],
    [
      ['check', '--jsno', 's3://b'],
      'unknown option `--jsno` (did you mean `--json`?); see `sealward check --help`',
    ],
    [
      ['check', 's3://b', '--version-id'],
      'option `--version-id <id>` argument missing; see `sealward check --help`',
    ],
    [['enroll'], 'missing required argument `bucket`; see `sealward enroll --help`'],
    [['\u001B[2J'], 'unknown command `\\u{1b}[2J`; see `sealward --help`'],
  ])('%j', async (argv, message) => {
    expect(await run({}, ...argv)).toMatchObject({
      exitCode: 2,
      out: [],
      err: [`error E_USAGE: ${message}`],
    });
  });

  it('are JSON too where JSON was asked for', async () => {
    const ran = await run({}, 'check', '--json');
    expect(ran.out.map((line): unknown => JSON.parse(line))).toEqual([
      {
        kind: 'error',
        code: 'E_USAGE',
        message: 'missing required argument `uri`; see `sealward check --help`',
      },
    ]);
    expect(ran.err).toHaveLength(1);
  });
});

describe('help', () => {
  it.each([
    [['--help']],
    [['help', 'check']],
    [['check', '--help']],
    [['policy', 'help', 'pin']],
    [['policy', '--help']],
  ])('%j goes to stdout and exits with 0', async (argv) => {
    const ran = await run({}, ...argv);
    expect(ran.out[0]).toMatch(/^Usage: sealward /);
    expect(ran).toMatchObject({ exitCode: 0, err: [] });
  });

  it.each([
    [['check']],
    [['enroll']],
    [['policy', 'init']],
    [['policy', 'lint']],
    [['policy', 'pin']],
  ])('of %j tells permissions, exit codes and examples, within 80 columns', async (argv) => {
    const help = (await run({}, ...argv, '--help')).out.join('\n');
    expect(help).toMatch(/^Needs: /m);
    expect(help).toMatch(/^Exit codes:\n {2}0 /m);
    expect(help).toMatch(/^Examples:\n {2}\$ sealward /m);
    expect(help.split('\n').filter((line) => line.length > 100)).toEqual([]);
  });
});
