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
import type { Copy, Pin } from '../../../core/orders/order.ts';
import { makeCopyWorld, makeOrder, MINUTES } from './copy-world.ts';

export const BUCKET = 'payroll';
export const KEY = 'a ?versionId=x/ü.txt';
export const BODY = 'twelve bytes';

type Options = Parameters<typeof makeCopyWorld>[0] & {
  readonly versioning?: 'Enabled' | 'Suspended';
  readonly lock?: true;
};

/** A bucket with one unencrypted-as-wanted object, and the order that the reader gives for it. */
export const begin = async ({ versioning, lock, ...options }: Options = {}) => {
  const world = makeCopyWorld(options);
  const { s3, kms, model } = world;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const keyArn = parseKeyArn(KeyMetadata?.Arn ?? '');
  if (keyArn === undefined) throw new Error('no key');
  const setVersioning = async (Status: 'Enabled' | 'Suspended') =>
    s3.send(
      new PutBucketVersioningCommand({
        Bucket: BUCKET,
        VersioningConfiguration: { Status },
      }),
    );
  const Lock = lock === true && { ObjectLockEnabledForBucket: true };
  await s3.send(new CreateBucketCommand({ Bucket: BUCKET, ...Lock }));
  if (versioning !== undefined) await setVersioning(versioning);
  model.apply({
    service: 'model',
    name: 'PutUnencryptedObject',
    input: {
      Bucket: BUCKET,
      Key: KEY,
      Body: Buffer.from(BODY),
      Metadata: { owner: 'hr' },
      Tagging: 'pii=yes',
    },
  });
  const head = await s3.send(new HeadObjectCommand({ Bucket: BUCKET, Key: KEY }));
  const versionId = head.VersionId;
  const pin: Pin =
    versionId === undefined || versionId === 'null'
      ? {
          kind: 'etag',
          etag: (head.ETag ?? '').replaceAll('"', ''),
          lastModified: head.LastModified?.toISOString() ?? '',
        }
      : { kind: 'version', versionId };
  const ref = { bucket: BUCKET, key: KEY, ...(versionId !== undefined && { versionId }) };
  const to = { algorithm: 'aws:kms', keyArn, bucketKey: true } as const;
  const order = makeOrder(ref, pin, to, BODY.length);
  const unanswered = async (one: Copy = order) => createCopyOntoItself(world.ports)(one, MINUTES);
  // as the writer does: once the answer is on its way, nobody asks for it again
  const apply = async (ports: Partial<CopyPorts> = {}, timeLeft = MINUTES, one: Copy = order) => {
    const outcome = await createCopyOntoItself({ ...world.ports, ...ports })(one, timeLeft);
    if (outcome !== 'continue') await createForgetCopy(world.ports)(one.intentId);
    return outcome;
  };
  const overwrite = async () =>
    s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: KEY, Body: 'newer bytes!' }));
  const bytes = async () => {
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: KEY }));
    return Body?.transformToString();
  };
  const uploads = async () =>
    (await s3.send(new ListMultipartUploadsCommand({ Bucket: BUCKET }))).Uploads ?? [];
  return {
    ...world,
    order,
    to,
    apply,
    unanswered,
    overwrite,
    bytes,
    uploads,
    versionId,
    setVersioning,
  };
};

export const IN_PARTS = {
  largestCopy: 5,
  partBytes: 5,
  limits: { minPartBytes: 5, copySourceBytes: 5 },
};
