import { CreateMultipartUploadCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from '@jest/globals';
import type { BreakerState } from '../../../core/breaker/breaker-state.ts';
import { QUARANTINE, SOURCE } from '../../app/quarantine/quarantine-world.ts';
import { ACCOUNT } from '../../made/facts.ts';
import { makeReleaseWorld, type ReleaseWorld } from '../made/release-world.ts';

const OPEN: BreakerState = {
  rule: 'payroll',
  hour: '2026-11-24T11:00:00.000Z',
  orders: 100,
  opened: { at: '2026-11-24T11:30:00.000Z', by: 'x#0' },
};

const begin = async (world: ReleaseWorld, role: string, Bucket: string, Key: string) => {
  const arn = `arn:aws:sts::${ACCOUNT}:assumed-role/${role}/session`;
  const { s3 } = world.as({ account: ACCOUNT, arn });
  const { UploadId = '' } = await s3.send(new CreateMultipartUploadCommand({ Bucket, Key }));
  return UploadId;
};

const NOW = Date.parse('2026-11-24T12:00:00Z'); // what the command takes for now

const endOf = (key: string, uploadId: string): string =>
  `aws s3api abort-multipart-upload --bucket=${SOURCE} --key=${key} --upload-id=${uploadId} --expected-bucket-owner ${ACCOUNT} --region eu-west-1`;

describe('sealward status', () => {
  it('says where there is nothing to look after', async () => {
    const ran = await (await makeReleaseWorld()).sealward(['status']);
    expect(ran.out).toEqual([
      'mode           enforce',
      '0 copies under way, 0 uploads left over, 0 circuit breakers open; nothing was changed',
    ]);
    expect(ran.exitCode).toBe(0);
  });

  it('tells how to end what the stack left lying, and ends nothing', async () => {
    const world = await makeReleaseWorld();
    const left = await begin(world, 'quarantine', QUARANTINE, "a'b");
    const mine = await begin(world, 'release', SOURCE, 'x');
    await begin(world, 'somebody-else', SOURCE, 'y');
    world.writes.length = 0;
    const ran = await world.sealward(['status', '--json']);
    const { leftovers } = JSON.parse(ran.out[0] ?? '') as {
      leftovers: { uploadId: string; end: string }[];
    };
    expect(leftovers.map(({ uploadId }) => uploadId).toSorted()).toEqual([left, mine].toSorted());
    expect(leftovers.find(({ uploadId }) => uploadId === left)?.end).toBe(
      String.raw`aws s3api abort-multipart-upload --bucket=quarantine --key='a'\''b' --upload-id=${left} --expected-bucket-owner ${ACCOUNT} --region eu-west-1`,
    );
    expect(ran.exitCode).toBe(1);
    const shown = await world.sealward(['status']);
    expect(shown.out).toContain(`  upload       ${left}`);
    expect(shown.out.at(-1)).toContain('2 uploads left over');
    expect(world.writes).toEqual([]);
    expect(world.model.state().buckets.get(QUARANTINE)?.uploads.size).toBe(1);
  });

  it('takes no upload that something goes on with for a leftover', async () => {
    const world = await makeReleaseWorld();
    const uploadId = await begin(world, 'quarantine', SOURCE, 'x');
    const once = {
      bucket: SOURCE,
      carried: 'c',
      startedAt: '2026-11-24T11:00:00.000Z',
    };
    const upload = { uploadId, partBytes: 4, parts: 9, done: 3 };
    world.items.set('t', { ...once, id: 't', key: 'x', upload });
    world.items.set('u', { ...once, id: 'u', key: 'y', upload: { ...upload, uploadId: 'gone' } });
    world.items.set('v', { ...once, id: 'v', key: 'z' });
    const ran = await world.sealward(['status']);
    expect(ran.out).toEqual([
      'mode           enforce',
      `copying        s3://${SOURCE}/x`,
      '  since        2026-11-24T11:00:00.000Z',
      '  parts        0 of 9',
      `  upload       ${uploadId}`,
      '  note         it goes on by itself: end it only where its order has failed',
      `  end it       ${endOf('x', uploadId)}`,
      `copying        s3://${SOURCE}/y`,
      '  since        2026-11-24T11:00:00.000Z',
      '  parts        its upload was completed or aborted: what is noted of it goes away by itself',
      '  upload       gone',
      `copying        s3://${SOURCE}/z`,
      '  since        2026-11-24T11:00:00.000Z',
      '  parts        none: it is copied at once',
      '3 copies under way, 0 uploads left over, 0 circuit breakers open; nothing was changed',
    ]);
    expect(ran.exitCode).toBe(0);
  });

  it('counts a copy that was noted a day ago as left over, and tells how to end it', async () => {
    const world = await makeReleaseWorld();
    const uploadId = await begin(world, 'quarantine', SOURCE, "a'b");
    const lately = await begin(world, 'quarantine', SOURCE, 'x');
    const upload = { uploadId, partBytes: 4, parts: 9, done: 3 };
    const day = 24 * 3_600_000;
    const note = (id: string, key: string, age: number, of: typeof upload | undefined) => {
      const startedAt = new Date(NOW - age).toISOString();
      const item = { id, bucket: SOURCE, key, carried: 'c', startedAt };
      world.items.set(id, of === undefined ? item : { ...item, upload: of });
    };
    note('t', "a'b", day + 1, upload);
    note('u', 'x', day, { ...upload, uploadId: lately });
    note('v', 'y', 2 * day, { ...upload, uploadId: 'gone' });
    note('w', 'z', 2 * day, undefined);
    const ran = await world.sealward(['status']);
    const left = ran.out.slice(ran.out.findIndex((line) => line.startsWith('left over')));
    expect(left).toEqual([
      `left over      s3://${SOURCE}/a'b`,
      `  since        ${world.items.get('t')?.startedAt}`,
      '  parts        0 of 9',
      `  upload       ${uploadId}`,
      '  note         24 hours old: unless more parts are done when you look again, its order has failed, or its release was interrupted',
      `  end it       ${endOf(String.raw`'a'\''b'`, uploadId)}`,
      '3 copies under way, 1 upload left over, 0 circuit breakers open; nothing was changed',
    ]);
    expect(ran.exitCode).toBe(1);
    const told = JSON.parse((await world.sealward(['status', '--json'])).out[0] ?? '');
    expect(told.exitCode).toBe(1);
    expect(told.leftovers).toEqual([
      {
        bucket: SOURCE,
        key: "a'b",
        uploadId,
        startedAt: world.items.get('t')?.startedAt,
        parts: { kind: 'parts', done: 0, total: 9 },
        end: endOf(String.raw`'a'\''b'`, uploadId),
      },
    ]);
    expect(told.copies.map(({ end }: { end?: string }) => end)).toEqual([
      endOf('x', lately),
      undefined,
      undefined,
    ]);
  });

  it('tells of open breakers, and how to resume them', async () => {
    const { opened: _, ...closed } = OPEN;
    const breakers = [OPEN, { ...closed, rule: 'other' }];
    const ran = await (await makeReleaseWorld({ breakers })).sealward(['status']);
    expect(ran.out.slice(1)).toEqual([
      'open           rule payroll',
      '  orders       100 in the hour from 2026-11-24T11:00:00.000Z',
      '  since        2026-11-24T11:30:00.000Z',
      '  held         its orders wait in their queue; judging goes on',
      '  resume       sealward breaker resume payroll --stack sealward-test --reason …',
      '0 copies under way, 0 uploads left over, 1 circuit breaker open; nothing was changed',
    ]);
    expect(ran.exitCode).toBe(1);
  });

  const denied = () => Promise.reject(Object.assign(new Error('no'), { name: 'AccessDenied' }));

  it.each([
    ['a bucket', 'listUploads', `uploads in bucket ${SOURCE}`],
    ['the buckets', 'listBuckets', 'buckets that match payroll-*'],
    ['the table', 'listCopiesIn', 'copies under way'],
    ['the breakers', 'readBreakersIn', 'circuit breakers'],
  ] as const)('says where %s could not be read, and exits with 2', async (_title, port, what) => {
    const world = await makeReleaseWorld();
    await begin(world, 'quarantine', QUARANTINE, 'left');
    const { listUploads } = world.stack;
    const faults: Partial<typeof world.stack> = {
      listUploads: async (bucket) => (bucket === SOURCE ? denied() : listUploads(bucket)),
      listBuckets: denied,
      listCopiesIn: () => denied,
      readBreakersIn: () => denied,
    };
    const deployed = { ...world.stack, [port]: faults[port] };
    const ran = await world.sealward(['status'], { deployed });
    expect(ran.out).toContain(`not seen       ${what}`);
    expect(ran.out.at(-1)).toContain('1 upload left over, 0 circuit breakers open, 1 not seen');
    expect(ran.exitCode).toBe(2);
  });

  it('knows a stack that was opted into nothing', async () => {
    const { stack, sealward } = await makeReleaseWorld();
    const ran = await sealward(['status'], {
      deployed: { ...stack, outputs: { Mode: 'observe' } },
    });
    expect(ran.out[0]).toBe('mode           observe');
    expect(ran.exitCode).toBe(0);
  });

  it('says where the stack is none of ours', async () => {
    const { stack, sealward } = await makeReleaseWorld();
    const ran = await sealward(['status'], { deployed: { ...stack, outputs: {} } });
    expect(ran.err[0]).toMatch(/^error E_STACK: .*no output `Mode`/);
    expect(ran.exitCode).toBe(2);
  });
});
