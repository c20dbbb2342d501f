import { HeadObjectCommand, ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import { KEY, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import {
  EXEMPTION,
  ID,
  makeReleaseWorld,
  policyText,
  REASON,
  TARGET,
} from '../made/release-world.ts';

const APPLY = ['quarantine', 'release', ID, '--reason', REASON, '--apply'];
const BODY = 'two hundred bytes in parts of four. '.repeat(6).slice(0, 200);
const IN_PARTS = { largestCopy: 8, partBytes: 4 };

const outcomes = (world: Awaited<ReturnType<typeof makeReleaseWorld>>) =>
  world.records.map(({ unmapped }) => unmapped.sealward.outcome);

describe('a release that is interrupted', () => {
  it('stops at Ctrl-C, and the same command goes on where it stopped', async () => {
    const interrupt = new AbortController();
    const world = await makeReleaseWorld({ ...IN_PARTS, interrupted: interrupt.signal });
    await world.move(await world.put(BODY));
    let copied = 0;
    world.around.after = (call) => {
      if (call === 'UploadPartCopy' && (copied += 1) === 20) interrupt.abort();
    };
    const first = await world.sealward(APPLY);
    expect(first).toMatchObject({ exitCode: 130, err: [] });
    expect(first.out[0]).toMatch(/^unfinished/);
    expect(first.progress).toContain('copied 20 % of 200 bytes');
    expect(first.progress.at(-1)).toBe('');
    expect(outcomes(world)).toEqual(['intended', 'unfinished']);
    expect(await world.current()).toBeUndefined();

    const status = await world.sealward(['status', '--json']);
    expect(JSON.parse(status.out[0] ?? '')).toMatchObject({
      copies: [{ parts: { kind: 'parts', done: expect.any(Number), total: 50 } }],
      leftovers: [],
      exitCode: 0,
    });

    const done = copied;
    const second = await world.again(APPLY);
    expect(second).toMatchObject({ exitCode: 0 });
    expect(copied).toBe(50); // each part once, in both runs together
    expect(done).toBeLessThan(50);
    expect(await world.current()).toBe(BODY);
    expect(outcomes(world)).toEqual(['intended', 'unfinished', 'intended', 'applied']);
    expect(world.items.size).toBe(0);
  });

  it('puts it under the target where its exemption has ended since Ctrl-C', async () => {
    const interrupt = new AbortController();
    const policy = policyText(EXEMPTION);
    const options = { versioning: 'Enabled', ...IN_PARTS, policy } as const;
    const world = await makeReleaseWorld({ ...options, interrupted: interrupt.signal });
    await world.move(await world.put(BODY));
    let copied = 0;
    world.around.after = (call) => {
      if (call === 'UploadPartCopy' && (copied += 1) === 20) interrupt.abort();
    };
    const first = await world.sealward(APPLY);
    expect(first.out.join('\n')).toContain('puts it back as it was: SSE-S3');
    expect(first.exitCode).toBe(130);
    const second = await world.again(APPLY, { policy: policyText('', TARGET) });
    expect(second.out.join('\n')).toContain(`SSE-KMS under ${world.payrollKey}`);
    expect(second).toMatchObject({ exitCode: 0, err: [] });
    const head = await world.user.send(new HeadObjectCommand({ Bucket: SOURCE, Key: KEY }));
    expect(head.SSEKMSKeyId).toBe(world.payrollKey);
    expect(await world.current()).toBe(BODY);
    const uploads = await world.user.send(new ListMultipartUploadsCommand({ Bucket: SOURCE }));
    expect(uploads.Uploads ?? []).toEqual([]);
    expect(world.items.size).toBe(0);
  });

  const LOST = [
    ['CopyObject', {}],
    ['PutObject', {}],
    ['progress.begin', {}],
    ['progress.end', {}],
    ['CreateMultipartUpload', IN_PARTS],
    ['UploadPartCopy', IN_PARTS],
    ['CompleteMultipartUpload', IN_PARTS],
    ['progress.end', IN_PARTS],
    ['PutObject', IN_PARTS],
  ] as const;

  it.each(LOST)('comes to the same end where the answer to %s is lost: %j', async (lost, sizes) => {
    const world = await makeReleaseWorld({ versioning: 'Enabled', ...sizes });
    await world.move(await world.put(BODY));
    world.around.after = (call) => {
      if (call === lost) throw Object.assign(new Error('lost'), { name: 'TimeoutError' });
    };
    expect(await world.sealward(APPLY)).toMatchObject({ exitCode: 2 });
    delete world.around.after;
    const ran = await world.sealward(APPLY);
    const words = ran.out.join('\n');
    expect(words).toContain('released  ');
    expect(await world.current()).toBe(BODY);
    expect((await world.versions()).filter((one) => one !== 'marker')).toHaveLength(1);
    const states = await world.sealward(['quarantine', 'list']);
    expect(states.out.at(-1)).toBe('1 released');
  });
});
