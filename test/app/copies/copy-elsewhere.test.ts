import { describe, expect, it } from '@jest/globals';
import {
  DeleteObjectCommand,
  ListObjectVersionsCommand,
  PutObjectAnnotationCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { createCopyWhole } from '../../../app/copies/copy-whole.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import type { CopyTask } from '../../../core/copies/copy-task.ts';
import { MINUTES } from './copy-world.ts';
import { begin, BODY, BUCKET, IN_PARTS, KEY } from './payroll-world.ts';

const THERE = 'elsewhere';
const NAMES = ['a', 'b'];

/** A copy in parts of an annotated object to another key of a versioned bucket. */
const beginElsewhere = async ({ checksum }: { readonly checksum: 'CRC32' | 'SHA256' }) => {
  const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
  const { s3, ports } = world;
  const input = { Body: BODY, ContentType: 'text/plain', ChecksumAlgorithm: checksum };
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, ...input }));
  for (const AnnotationName of NAMES) {
    const note = { AnnotationName, AnnotationPayload: AnnotationName };
    await s3.send(new PutObjectAnnotationCommand({ Bucket: BUCKET, Key: KEY, ...note }));
  }
  const reading = await ports.readAttributes({ bucket: BUCKET, key: KEY });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const task: CopyTask = {
    id: 'release',
    attributes: reading.attributes,
    to: { bucket: BUCKET, key: THERE },
    encryption: world.to,
    onlyIf: { kind: 'absent' },
    acl: 'carry',
    lock: 'leave',
  };
  const copyWhole = async (changed: Partial<CopyPorts> = {}, timeLeft = MINUTES) =>
    createCopyWhole({ ...ports, atOnce: 1, ...changed })(task, timeLeft);
  const annotations = async () => {
    const there = await ports.listAnnotations(task.to);
    return there.map(({ name }) => name);
  };
  const versions = async () => {
    const listed = await s3.send(new ListObjectVersionsCommand({ Bucket: BUCKET, Prefix: THERE }));
    return (listed.Versions ?? []).map(({ VersionId }) => VersionId);
  };
  /** S3 completes, and its answer is lost. */
  const dying: Partial<CopyPorts> = {
    uploads: {
      ...ports.uploads,
      complete: async (...args) => {
        await ports.uploads.complete(...args);
        throw new Error('died');
      },
    },
  };
  return { ...world, task, copyWhole, annotations, versions, dying };
};

it('goes on with the annotations of what it has made, though no checksum could prove it', async () => {
  const world = await beginElsewhere({ checksum: 'SHA256' }); // over parts there is none of the whole
  let carried = 0;
  const { carryAnnotation } = world.ports;
  const counting = {
    carryAnnotation: async (...args: Parameters<typeof carryAnnotation>) => {
      carried += 1;
      return carryAnnotation(...args);
    },
  };
  expect(await world.copyWhole(counting, () => (carried === 1 ? 0 : 300_000))).toEqual({
    kind: 'unfinished',
  });
  expect(await world.annotations()).toEqual(['a']);
  expect(await world.copyWhole()).toMatchObject({ kind: 'copied' });
  expect(await world.annotations()).toEqual(NAMES);
  expect(await world.versions()).toHaveLength(1);
  expect(world.items.size).toBe(0);
});

describe('what an earlier try has made, and never heard of,', () => {
  it('is finished where its checksum proves it', async () => {
    const world = await beginElsewhere({ checksum: 'CRC32' });
    await expect(world.copyWhole(world.dying)).rejects.toThrow('died');
    expect(await world.copyWhole()).toMatchObject({ kind: 'copied' });
    expect(await world.annotations()).toEqual(NAMES);
    expect(await world.versions()).toHaveLength(1);
  });

  it('is not written onto where nothing does', async () => {
    const world = await beginElsewhere({ checksum: 'SHA256' });
    await expect(world.copyWhole(world.dying)).rejects.toThrow('died');
    await expect(world.copyWhole()).rejects.toThrow('begun anew next time');
    expect(await world.copyWhole()).toMatchObject({ kind: 'destination-changed' });
    expect(await world.annotations()).toEqual([]);
    expect(await world.uploads()).toEqual([]);
  });

  it('is nothing that was deleted since', async () => {
    const world = await beginElsewhere({ checksum: 'CRC32' });
    await expect(world.copyWhole(world.dying)).rejects.toThrow('died');
    await world.s3.send(new DeleteObjectCommand({ Bucket: BUCKET, Key: THERE }));
    await expect(world.copyWhole()).rejects.toThrow('begun anew next time');
    expect(await world.copyWhole()).toMatchObject({ kind: 'copied' });
    expect(await world.versions()).toHaveLength(2);
  });
});

it('sets the tags that the task says', async () => {
  const world = await begin({ versioning: 'Enabled' });
  const reading = await world.ports.readAttributes(world.order.ref);
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const task: CopyTask = {
    id: 'release',
    attributes: { ...reading.attributes, tags: { only: 'this' } },
    to: { bucket: BUCKET, key: THERE },
    encryption: world.to,
    onlyIf: { kind: 'absent' },
    acl: 'carry',
    lock: 'leave',
    tags: 'set',
  };
  // and knows the copy by them, should its answer get lost
  const dying: Partial<CopyPorts> = {
    copyObject: async (one) => {
      await world.ports.copyObject(one);
      throw new Error('died');
    },
  };
  await expect(createCopyWhole({ ...world.ports, ...dying })(task, MINUTES)).rejects.toThrow(
    'died',
  );
  expect(await createCopyWhole(world.ports)(task, MINUTES)).toMatchObject({ kind: 'copied' });
  expect(await world.ports.readAttributes(task.to)).toMatchObject({
    attributes: { tags: { only: 'this' } },
  });
});
