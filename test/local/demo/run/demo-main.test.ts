import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { readdir } from 'node:fs/promises';
import { describe, expect, it, jest } from '@jest/globals';
import { demoMain, EXIT } from '../../../../local/demo/run/demo-main.ts';
import { localDir } from '../../../../local/stand-in/checkout.ts';

jest.setTimeout(60_000); // each demo starts a `sealward guard` for every bucket where objects are isolated

const ownRunDirs = async (): Promise<readonly string[]> =>
  (await readdir(localDir)).filter((name) => name.startsWith(`run-${process.pid}-`));

/** Runs the demo as on a machine without Python, keeps what it wrote, and presses Ctrl-C when it writes `until`. */
const demo = async (args: readonly string[], until?: string) => {
  const written = { stdout: '', stderr: '' };
  const interrupted = new AbortController();
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
      if (until !== undefined && text.includes(until)) interrupted.abort();
    },
  });
  const { signal } = interrupted;
  const door = { stdout: stream('stdout'), stderr: stream('stderr'), signal };
  const code = await demoMain(args, { ...door, env: { SEALWARD_PYTHON: 'no-such-python' } });
  return { code, ...written, left: await ownRunDirs() };
};

describe('npm run demo', () => {
  it('without Python says first what is not shown, then why, then shows the main job', async () => {
    const { code, stdout, stderr, left } = await demo(['--objects', '4']);
    const [first, second] = stdout.split('\n');
    expect(first).toMatch(/^without the stack, .* not shown are `osls deploy`, .*Lambda bundles/);
    expect(second).toMatch(/^no python >= 3\.10 .* `no-such-python`\): install one, or name it in/);
    expect(stdout).toMatch(
      /^payroll\/statements\/sse-s3-0001\.pdf +sse-s3 +payroll +update-encryption +re-encrypted +\d+$/m,
    );
    expect(stdout).toMatch(/every object ended exactly as expected\n$/);
    expect({ code, stderr, left }).toEqual({ code: EXIT.asExpected, stderr: '', left: [] });
  });

  it('with --json prints one object on stdout, and everything else on stderr', async () => {
    const { code, stdout, stderr } = await demo(['--objects', '4', '--json']);
    expect(stdout.split('\n')).toHaveLength(2);
    expect(JSON.parse(stdout)).toEqual({
      objects: 4,
      compliant: 0,
      reencrypted: 4,
      copied: 0,
      isolated: 0,
      quarantined: 0,
      released: 0,
      reported: 0,
      exempt: 0,
      indeterminate: 0,
      gone: 0,
      unsettled: 0,
      unexpected: 0,
      bytesChanged: 0,
      versionsLost: 0,
      strays: 0,
      records: 8,
      intentsOpen: 0,
      uploadsLeft: 0,
      copiesLeft: 0,
      alerts: 0,
      dlq: 0,
      p50Ms: expect.any(Number),
      p95Ms: expect.any(Number),
      objectsPerSecond: expect.any(Number),
      seconds: expect.any(Number),
      node: process.version,
      deployed: false,
    });
    expect(stderr).toContain('every object ended exactly as expected');
    expect(code).toBe(EXIT.asExpected);
  });

  it('with --faults says what went wrong, and ends as without', async () => {
    const { code, stdout, stderr } = await demo(['--objects', '4', '--faults', '7', '--json']);
    expect(stderr).toMatch(/faults by seed 7; .*\n/);
    expect(stderr).toMatch(
      /^faults, by seed 7\n +\d+ {2}attempts at calls of the functions went wrong: /m,
    );
    expect(stderr).toContain('every object ended exactly as expected');
    expect(JSON.parse(stdout)).toMatchObject({
      reencrypted: 4,
      unexpected: 0,
      dlq: 0,
      faults: { seed: 7, calls: { partial: 0 }, events: expect.any(Object) },
    });
    expect(code).toBe(EXIT.asExpected);
  });

  it('with --keep says how to talk to it, goes on until Ctrl-C, and leaves nothing behind', async () => {
    const args = ['--objects', '1', '--keep', '--json'];
    const { code, stderr, left } = await demo(args, 'buckets to try');
    expect(stderr).toMatch(
      /export AWS_ENDPOINT_URL=http:\/\/127\.0\.0\.1:\d+ AWS_REGION=eu-west-1/,
    );
    const policy = String.raw`ID --policy \S+sealward\.policy\.yaml`;
    expect(stderr).toMatch(new RegExp(`quarantine show ${policy} --stack sealward-demo$`, 'm'));
    expect(stderr).toMatch(
      new RegExp(`quarantine release ${policy} --reason '[^']+' --stack sealward-demo$`, 'm'),
    );
    expect({ code, left }).toEqual({ code: EXIT.asExpected, left: [] });
  });

  it.each([
    ['while it starts', 'S3 and KMS of our own'],
    ['while it puts objects', 'sse-s3-0001.pdf'],
  ])('that is interrupted %s leaves nothing behind', async (_title, until) => {
    const { code, left } = await demo(['--objects', '100'], until);
    expect({ code, left }).toEqual({ code: EXIT.interrupted, left: [] });
  });

  it('with a taken port says in one line what to do', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, stderr } = await demo(['--port', String(port)]);
    server.close();
    expect(code).toBe(EXIT.couldNotRun);
    expect(stderr).toBe(
      `demo: port \`${port}\` is taken: choose another, or leave it out to get a free one\n`,
    );
  });

  it.each([
    [
      'an argument that it does not know',
      ['--fast'],
      EXIT.couldNotRun,
      /^$/,
      /^demo: unknown option .*\n$/,
    ],
    ['--help', ['--help'], EXIT.asExpected, /^usage: npm run demo .*--objects N/s, /^$/],
  ])('answers %s', async (_title, args, code, stdout, stderr) => {
    expect(await demo(args)).toEqual({
      code,
      stdout: expect.stringMatching(stdout),
      stderr: expect.stringMatching(stderr),
      left: [],
    });
  });
});
