import { describe, expect, it } from '@jest/globals';
import { applyCall } from '../../../local/model/apply.ts';
import { emptyModel } from '../../../local/model/state.ts';
import { ACCOUNT, BUCKET, createBucketWorld, NOW, put, REGION } from './world.ts';

const context = { caller: { account: ACCOUNT }, now: NOW, requestId: 'R' };

describe('calls', () => {
  it.each([
    ['s3', 'RenameObject'],
    ['s3', 'PutBucketCors'],
    ['s3', 'PutBucketAcl'],
    ['s3', 'SelectObjectContent'],
    ['s3', 'toString'],
    ['s3', '__proto__'],
    ['kms', 'Encrypt'],
    ['kms', 'ReEncrypt'],
    ['kms', 'CreateGrant'],
    ['kms', 'constructor'],
    ['model', 'PutObject'],
  ] as const)(
    'what is not modelled answers 501, and never falls through [model/not-implemented]: %s:%s',
    (service, name) => {
      const world = createBucketWorld();
      put(world, 'a');
      const input = { Bucket: BUCKET, Key: 'a' };
      const applied = applyCall(world.state(), { ...context, service, name, input });
      expect(applied.result).toMatchObject({ kind: 'error', status: 501, code: 'NotImplemented' });
      expect(applied.state).toBe(world.state());
    },
  );

  it('a refused call leaves the very state it found [model/refusal-changes-nothing]', () => {
    const world = createBucketWorld();
    put(world, 'a', 'x', { ServerSideEncryption: 'aws:kms' });
    const before = world.state();
    const a = { Bucket: BUCKET, Key: 'a' };
    world.s3Refuses('PutObject', { ...a, IfNoneMatch: '*', ServerSideEncryption: 'aws:kms' });
    world.s3Refuses('CopyObject', { ...a, CopySource: `${BUCKET}/a` });
    world.s3Refuses('DeleteObject', { ...a, IfMatch: '"0"' });
    world.kmsRefuses('DescribeKey', { KeyId: 'alias/none' });
    world.stageRefuses('ExpireObject', { Bucket: 'nowhere', Key: 'a' });
    expect(world.state()).toBe(before);
  });

  it('a refused call leaves the very state it found [model/refusal-changes-nothing]: not even by making the aws/s3 key', () => {
    const world = createBucketWorld();
    put(world, 'a');
    const input = { Bucket: BUCKET, Key: 'a', IfNoneMatch: '*' } as const;
    world.s3Refuses('PutObject', { ...input, ServerSideEncryption: 'aws:kms' });
    expect(world.kms('ListKeys', {}).Keys).toStrictEqual([]);
  });

  it('gives no bytes away that somebody could write into', () => {
    const world = createBucketWorld();
    const Body = new Uint8Array([1, 2, 3]);
    world.s3('PutObject', { Bucket: BUCKET, Key: 'a', Body });
    Body.fill(9);
    const get = () => world.s3('GetObject', { Bucket: BUCKET, Key: 'a' }).Body;
    get()?.fill(8);
    expect(get()).toStrictEqual(new Uint8Array([1, 2, 3]));
  });

  it('keeps no configuration that somebody could write into', () => {
    const world = createBucketWorld();
    const queue = { Id: 'q', QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q', Events: [] };
    const QueueConfigurations = [queue];
    const NotificationConfiguration = { QueueConfigurations };
    world.s3('PutBucketNotificationConfiguration', { Bucket: BUCKET, NotificationConfiguration });
    queue.QueueArn = 'changed';
    const get = () =>
      world.s3('GetBucketNotificationConfiguration', { Bucket: BUCKET }).QueueConfigurations?.[0];
    const told = get();
    if (told !== undefined) told.QueueArn = 'changed';
    expect(get()?.QueueArn).toBe('arn:aws:sqs:eu-west-1:111122223333:q');
  });
});

describe('size', () => {
  it('ten thousand objects are handled without a wait [model/fluid]', () => {
    let state = emptyModel({ account: ACCOUNT, region: REGION, partition: 'aws' });
    const send = (name: string, input: object): void => {
      const applied = applyCall(state, { ...context, service: 's3', name, input });
      expect(applied.result.kind).toBe('ok');
      ({ state } = applied);
    };
    send('CreateBucket', { Bucket: BUCKET });
    const objects = 10_000;
    const start = performance.now();
    for (let n = 0; n < objects; n += 1) {
      const Key = `key-${n}`;
      send('PutObject', { Bucket: BUCKET, Key, Body: new Uint8Array(16) });
      send('HeadObject', { Bucket: BUCKET, Key });
    }
    // Some twenty times what it takes: this finds a scan per call, not a slow machine.
    expect((performance.now() - start) / (2 * objects)).toBeLessThan(1);
    send('ListObjectsV2', { Bucket: BUCKET });
  });

  it('the last of ten thousand parts costs what the first did [model/many-parts]', () => {
    const limits = { minPartBytes: 4 };
    let state = emptyModel({ account: ACCOUNT, region: REGION, partition: 'aws', limits });
    const send = (name: string, input: object): unknown => {
      const applied = applyCall(state, { ...context, service: 's3', name, input });
      ({ state } = applied);
      return applied.result.kind === 'ok' ? applied.result.output : applied.result;
    };
    send('CreateBucket', { Bucket: BUCKET });
    send('PutObject', { Bucket: BUCKET, Key: 'a', Body: new Uint8Array(40_000) });
    const upload = { Bucket: BUCKET, Key: 'b' };
    const { UploadId } = send('CreateMultipartUpload', upload) as { UploadId: string };
    const start = performance.now();
    for (let PartNumber = 1; PartNumber <= 10_000; PartNumber += 1) {
      const CopySourceRange = `bytes=${4 * PartNumber - 4}-${4 * PartNumber - 1}`;
      const CopySource = `${BUCKET}/a`;
      send('UploadPartCopy', { ...upload, UploadId, PartNumber, CopySource, CopySourceRange });
      if (PartNumber % 10 === 0)
        send('ListParts', { ...upload, UploadId, PartNumberMarker: String(PartNumber - 10) });
    }
    // Some twenty times what it takes: this finds a scan per part, not a slow machine.
    expect((performance.now() - start) / 10_000).toBeLessThan(1);
    expect(state.buckets.get(BUCKET)?.uploads.get(UploadId)?.parts.size).toBe(10_000);
  });
});
