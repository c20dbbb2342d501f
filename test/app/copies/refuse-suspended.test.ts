import { describe, expect, it } from '@jest/globals';
import { GetObjectCommand, ListObjectVersionsCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { refuseSuspended } from '../../../app/copies/refuse-suspended.ts';
import type { BucketVersioning } from '../../../core/orders/plan-facts.ts';
import { makeTask } from '../../core/copies/made-attributes.ts';
import { makeOrder, MINUTES } from './copy-world.ts';
import { begin, BUCKET, IN_PARTS, KEY } from './payroll-world.ts';

/** A bucket with an older null version below the object, which has a version id. */
const withNullBelow = async (options: Parameters<typeof begin>[0]) => {
  const world = await begin({ versioning: 'Suspended', ...options });
  const { s3 } = world;
  const read = async (VersionId: string) => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY, VersionId }));
    return Body?.transformToString();
  };
  const before = await read('null');
  await world.setVersioning('Enabled');
  const { VersionId: versionId = '' } = await s3.send(
    new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: 'eleven more' }),
  );
  const ref = { bucket: BUCKET, key: KEY, versionId };
  const order = makeOrder(ref, { kind: 'version', versionId }, world.to, 11);
  const versions = async () =>
    (await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET }))).Versions;
  const isUnharmed = async (): Promise<boolean> => (await read('null')) === before;
  return { ...world, order, isUnharmed, versions };
};

describe.each([
  ['at once', {}],
  ['in parts', IN_PARTS],
] as const)('a copy %s of a version, above an older null version,', (_path, options) => {
  it('is refused while versioning is suspended', async () => {
    const world = await withNullBelow(options);
    await world.setVersioning('Suspended');
    const before = await world.versions();
    expect(await world.apply({}, MINUTES, world.order)).toMatchObject({
      kind: 'refused',
      code: 'VersioningSuspended',
    });
    expect(await world.versions()).toEqual(before);
    expect(await world.isUnharmed()).toBe(true);
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  });

  it('is made while it is enabled', async () => {
    const world = await withNullBelow(options);
    expect(await world.apply({}, MINUTES, world.order)).toMatchObject({ kind: 'applied' });
    expect(await world.isUnharmed()).toBe(true);
  });
});

it('is refused when versioning is suspended while parts are copied', async () => {
  const world = await withNullBelow(IN_PARTS);
  const { uploads } = world.ports;
  const outcome = await world.apply(
    {
      uploads: {
        ...uploads,
        copyPart: async (...args) => {
          await world.setVersioning('Suspended');
          return uploads.copyPart(...args);
        },
      },
    },
    MINUTES,
    world.order,
  );
  expect(outcome).toMatchObject({ kind: 'refused', code: 'VersioningSuspended' });
  expect(await world.isUnharmed()).toBe(true);
  expect(await world.uploads()).toEqual([]);
  expect(world.items.size).toBe(0);
});

const versioning = (status: 'enabled' | 'suspended' | 'never'): BucketVersioning => ({
  kind: 'versioning',
  status,
  mfaDelete: false,
});
const UNREADABLE: BucketVersioning = { kind: 'versioning-unreadable', words: 'AccessDenied: no' };
const ELSEWHERE = { to: { bucket: 'elsewhere', key: 'k' } };
const NULL = { ref: { ...makeTask().attributes.ref, versionId: 'null' } };

it.each([
  ['lets a copy onto itself pass', versioning('enabled'), {}, {}, undefined],
  ['lets it pass where there are no versions', versioning('never'), {}, {}, undefined],
  ['lets the null version be replaced by itself', versioning('suspended'), NULL, {}, undefined],
  ['refuses any other version', versioning('suspended'), {}, {}, 'VersioningSuspended'],
  ['refuses any other place', versioning('suspended'), NULL, ELSEWHERE, 'VersioningSuspended'],
  ['refuses where it cannot know', UNREADABLE, {}, {}, 'VersioningUnreadable'],
] as const)('%s', async (_title, reading, facts, task, code) => {
  const asked: string[] = [];
  const readVersioning = async (bucket: string) => {
    asked.push(bucket);
    return Promise.resolve(reading);
  };
  const refused = await refuseSuspended({ readVersioning }, makeTask(facts, task));
  expect(refused?.code).toBe(code);
  expect(asked).toEqual(['to' in task ? 'elsewhere' : 'payroll']);
});
