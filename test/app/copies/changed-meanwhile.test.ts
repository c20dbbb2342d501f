import { describe, expect, it } from '@jest/globals';
import {
  AbortMultipartUploadCommand,
  HeadObjectCommand,
  PutObjectAnnotationCommand,
  PutObjectLegalHoldCommand,
  PutObjectRetentionCommand,
  PutObjectTaggingCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { createCopyWhole } from '../../../app/copies/copy-whole.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import type { CopyTask } from '../../../core/copies/copy-task.ts';
import { MINUTES } from './copy-world.ts';
import { begin, BUCKET, IN_PARTS, KEY } from './payroll-world.ts';

const object = { Bucket: BUCKET, Key: KEY };
const hold = async (s3: S3Client) =>
  s3.send(new PutObjectLegalHoldCommand({ ...object, LegalHold: { Status: 'ON' } }));
const retain = async (s3: S3Client) =>
  s3.send(
    new PutObjectRetentionCommand({
      ...object,
      Retention: { Mode: 'GOVERNANCE', RetainUntilDate: new Date('2040-01-01T00:00:00Z') },
    }),
  );
const annotate = async (s3: S3Client) =>
  s3.send(
    new PutObjectAnnotationCommand({ ...object, AnnotationName: 'n', AnnotationPayload: 'late' }),
  );
let tagged = 0;
const tag = async (s3: S3Client) => {
  tagged += 1;
  const TagSet = [{ Key: 'pii', Value: String(tagged) }];
  return s3.send(new PutObjectTaggingCommand({ ...object, Tagging: { TagSet } }));
};

type World = Awaited<ReturnType<typeof begin>>;

/** Ports that do something whenever a part is about to be copied. */
const whileCopying = ({ ports, s3 }: World, act: (s3: S3Client) => Promise<unknown>) => ({
  uploads: {
    ...ports.uploads,
    copyPart: async (...args: Parameters<CopyPorts['uploads']['copyPart']>) => {
      await act(s3);
      return ports.uploads.copyPart(...args);
    },
  },
});

const carried = async ({ ports }: World) => {
  const reading = await ports.readAttributes({ bucket: BUCKET, key: KEY });
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { lock, annotations } = reading.attributes;
  return { lock, annotations: annotations.map(({ name }) => name) };
};

describe.each([
  ['a legal hold', hold, { lock: { legalHold: true } }],
  ['a retention', retain, { lock: { mode: 'GOVERNANCE' } }],
  ['an annotation', annotate, { annotations: ['n'] }],
] as const)('%s that comes', (_what, act, expected) => {
  it('while parts are copied is noticed, and carried by the next try', async () => {
    const world = await begin({ versioning: 'Enabled', lock: true, ...IN_PARTS });
    await expect(world.apply(whileCopying(world, act))).rejects.toThrow('begun anew next time');
    expect(await world.uploads()).toEqual([]);
    expect(await world.apply()).toMatchObject({ kind: 'applied' });
    expect(await carried(world)).toMatchObject(expected);
    expect(world.items.size).toBe(0);
  });

  it('between two calls is carried', async () => {
    const world = await begin({ versioning: 'Enabled', lock: true, ...IN_PARTS });
    expect(await world.apply({}, () => 29_000)).toBe('continue');
    await act(world.s3);
    expect(await world.apply()).toMatchObject({ kind: 'applied' });
    expect(await carried(world)).toMatchObject(expected);
    expect(await world.uploads()).toEqual([]);
  });
});

it('a right to read that is taken away while parts are copied is refused, and leaves no upload', async () => {
  const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
  let copied = false;
  const { uploads } = whileCopying(world, async () => {
    copied = true;
    return Promise.resolve();
  });
  const readObject: CopyPorts['readObject'] = async (ref) =>
    copied ? { kind: 'unreadable', ref, cause: 'access-denied' } : world.ports.readObject(ref);
  expect(await world.apply({ uploads, readObject })).toMatchObject({
    kind: 'refused',
    code: 'CurrentUnreadable',
  });
  expect(await world.uploads()).toEqual([]);
});

it('an upload that was begun under another encryption is begun anew', async () => {
  const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
  const reading = await world.ports.readAttributes(world.order.ref);
  if (reading.kind !== 'attributes') throw new Error(reading.kind);
  const { attributes } = reading;
  const task: CopyTask = {
    id: 'release',
    attributes,
    to: { bucket: BUCKET, key: 'elsewhere' },
    encryption: { algorithm: 'AES256' },
    onlyIf: { kind: 'absent' },
    acl: 'carry',
    lock: 'leave',
  };
  const copyWhole = createCopyWhole(world.ports);
  expect(await copyWhole(task, () => 0)).toEqual({ kind: 'unfinished' });
  expect(await copyWhole({ ...task, encryption: world.to }, MINUTES)).toMatchObject({
    kind: 'copied',
  });
  const head = await world.s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: 'elsewhere' }));
  expect(head).toMatchObject({ ServerSideEncryption: 'aws:kms', SSEKMSKeyId: world.to.keyArn });
  expect(await world.uploads()).toEqual([]);
});

describe('what never stops changing', () => {
  const abort = (world: World) => async () => {
    const UploadId = world.items.get('intent')?.upload?.uploadId;
    return world.s3.send(new AbortMultipartUploadCommand({ ...object, UploadId }));
  };
  it.each([
    ['tags, while parts are copied', (world: World) => whileCopying(world, tag)],
    [
      'tags, between calls',
      (world: World) => {
        const { uploads } = world.ports;
        return { uploads: { ...uploads, copyPart: async () => Promise.reject(new Error('died')) } };
      },
    ],
    ['uploads', (world: World) => whileCopying(world, abort(world))],
  ] as const)('(%s) is refused after five times, and leaves nothing behind', async (_title, of) => {
    const world = await begin({ versioning: 'Enabled', ...IN_PARTS });
    const ends: unknown[] = [];
    while (ends.length < 9) {
      const end = await world.apply(of(world)).catch(() => 'again');
      if (end !== 'again') {
        ends.push(end);
        break;
      }
      ends.push(end);
      await tag(world.s3);
    }
    expect(ends.slice(0, -1)).toEqual(Array.from({ length: 6 }, () => 'again'));
    expect(ends.at(-1)).toMatchObject({ kind: 'refused', code: 'ChangesTooOften' });
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  });
});
