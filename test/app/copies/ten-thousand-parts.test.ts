import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListMultipartUploadsCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand } from '@aws-sdk/client-kms';
import { createCopyOntoItself } from '../../../app/copies/copy-onto-itself.ts';
import { createForgetCopy } from '../../../app/copies/forget-copy.ts';
import type { CopyPorts } from '../../../app/copies/copy-ports.ts';
import { parseKeyArn } from '../../../core/keys/key-arn.ts';
import type { Outcome, Pin } from '../../../core/orders/order.ts';
import { makeCopyWorld, makeOrder } from './copy-world.ts';

const BUCKET = 'payroll';
const KEY = 'big';
const PART = 8; // bytes
const PARTS = 10_000;
const LONG = 60_000; // milliseconds that jest waits

/** An object of many parts, and a function that gets through `pace` of them in one call. */
const begin = async ({
  versioned,
  pace,
  many = PARTS,
  onPart = async () => Promise.resolve(),
}: {
  readonly versioned: boolean;
  readonly pace: number;
  readonly many?: number;
  readonly onPart?: (number: number) => Promise<void>;
}) => {
  const limits = { copySourceBytes: PART, minPartBytes: PART };
  const { ports, s3, kms, items } = makeCopyWorld({ limits, largestCopy: PART, partBytes: PART });
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
  if (keyArn === undefined) throw new Error('no key');
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  if (versioned) {
    await s3.send(
      new PutBucketVersioningCommand({
        Bucket: BUCKET,
        VersioningConfiguration: { Status: 'Enabled' },
      }),
    );
  }
  const body = randomBytes(PART * many - 3); // the last part is a shorter one
  await s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: body }));
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
  const pin: Pin =
    head.VersionId === undefined
      ? {
          kind: 'etag',
          etag: (head.ETag ?? '').replaceAll('"', ''),
          lastModified: head.LastModified?.toISOString() ?? '',
        }
      : { kind: 'version', versionId: head.VersionId };
  const ref = {
    bucket: BUCKET,
    key: KEY,
    ...(head.VersionId !== undefined && { versionId: head.VersionId }),
  };
  const to = { algorithm: 'aws:kms', keyArn, bucketKey: true } as const;
  const order = makeOrder(ref, pin, to, body.length);

  let parts = 0;
  const copyPart: CopyPorts['uploads']['copyPart'] = async (source, upload, range) => {
    parts += 1;
    await onPart(parts);
    return ports.uploads.copyPart(source, upload, range);
  };
  const copy = createCopyOntoItself({ ...ports, uploads: { ...ports.uploads, copyPart } });
  const apply: typeof copy = async (one, timeLeft) => {
    const outcome = await copy(one, timeLeft);
    if (outcome !== 'continue') await createForgetCopy(ports)(one.intentId); // as the writer does
    return outcome;
  };
  /** Calls it as its queue does: again after every interruption and every failure. */
  const carryOut = async (): Promise<{ outcome: Outcome; calls: number }> => {
    for (let calls = 1; calls <= 2 * PARTS; calls += 1) {
      const end = parts + pace;
      const timeLeft = (): number => (parts < end ? 300_000 : 0);
      const outcome = await apply(order, timeLeft).catch(() => 'continue' as const);
      if (outcome !== 'continue') return { outcome, calls };
    }
    throw new Error('never ended');
  };
  const bytes = async () => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }));
    return Buffer.from((await Body?.transformToByteArray()) ?? []);
  };
  const uploads = async () =>
    (await s3.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];
  return { s3, body, carryOut, bytes, uploads, items, order, copied: () => parts };
};

it(
  'a copy of ten thousand parts, interrupted at every tenth, ends byte for byte the same',
  async () => {
    const world = await begin({ versioned: true, pace: 10 });
    const { outcome, calls } = await world.carryOut();
    expect(outcome).toMatchObject({ kind: 'applied', residual: world.order.ref.versionId });
    expect((await world.bytes()).equals(world.body)).toBe(true);
    expect(calls).toBeGreaterThanOrEqual(PARTS / 10);
    expect(world.copied()).toBe(PARTS); // none of them twice
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  },
  LONG,
);

it(
  'a copy that crashes every so often ends byte for byte the same',
  async () => {
    const world = await begin({
      versioned: false,
      pace: PARTS,
      many: 1_000,
      onPart: async (part) =>
        part % 97 === 0 ? Promise.reject(new Error('crashed')) : Promise.resolve(),
    });
    const { outcome, calls } = await world.carryOut();
    expect(outcome).toEqual({ kind: 'applied' });
    expect(calls).toBeGreaterThan(10);
    expect((await world.bytes()).equals(world.body)).toBe(true);
    expect(await world.uploads()).toEqual([]);
    expect(world.items.size).toBe(0);
  },
  LONG,
);

describe('a source overwritten at part 5,000', () => {
  it.each([
    ['a versioned', true],
    ['an unversioned', false],
  ])(
    'of %s bucket supersedes the order and leaves nothing behind',
    async (_title, versioned) => {
      const onPart = async (part: number): Promise<void> => {
        if (part === PARTS / 2) {
          await world.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: 'newer' }));
        }
      };
      const world = await begin({ versioned, pace: 1_000, onPart });
      const { outcome } = await world.carryOut();
      expect(outcome).toMatchObject({ kind: 'superseded' });
      expect((await world.bytes()).toString()).toBe('newer');
      expect(await world.uploads()).toEqual([]);
      expect(world.items.size).toBe(0);
    },
    LONG,
  );
});
