import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  PutObjectCommand,
} from '@aws-sdk/client-s3';
import { CreateKeyCommand, DescribeKeyCommand } from '@aws-sdk/client-kms';
import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { createInProcessS3 } from '../../../local/front/in-process-s3.ts';
import type { WireCall } from '../../../local/front/wire-call.ts';
import type { ModelEvent } from '../../../local/model/events/model-event.ts';

const Bucket = 'data-bucket';
const create = new CreateBucketCommand({
  Bucket,
  CreateBucketConfiguration: { LocationConstraint: 'eu-west-1' },
});

describe('the in-process S3', () => {
  it.each([
    ['text', 'bytes of it'],
    ['nothing', ''],
    ['a buffer', Buffer.from([0, 255, 10, 13])],
  ])('gives back %s as it was put, under a hostile key', async (_title, Body) => {
    const { s3 } = createInProcessS3();
    await s3.send(create);
    const ContentLength = Buffer.from(Body).length; // or the SDK warns
    const Key = ' /../a//b?versionId=x&+%2F é🦊';
    await s3.send(
      new PutObjectCommand({ Bucket, Key, Body, ContentLength, Metadata: { a: ' b ' } }),
    );
    const got = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(Buffer.from((await got.Body?.transformToByteArray()) ?? [])).toStrictEqual(
      Buffer.from(Body),
    );
    expect(got.Metadata).toStrictEqual({ a: 'b' }); // HTTP trims header values
    expect(got.ContentLength).toBe(Buffer.from(Body).length);
  });

  it('takes streams, which the SDK sends in chunks with a checksum behind', async () => {
    const { s3 } = createInProcessS3();
    await s3.send(create);
    const Body = Readable.from([Buffer.from('one '), Buffer.from('two')], { objectMode: false });
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body, ContentLength: 7 }));
    const got = await s3.send(new GetObjectCommand({ Bucket, Key: 'a' }));
    expect(await got.Body?.transformToString()).toBe('one two');
  });

  it('refuses header values that Node would not send', async () => {
    const { s3 } = createInProcessS3();
    await s3.send(create);
    const put = new PutObjectCommand({ Bucket, Key: 'a', Body: 'x', Metadata: { a: 'b\nc' } });
    await expect(s3.send(put)).rejects.toThrow('ERR_INVALID_CHAR');
  });

  it('throws the errors of the SDK', async () => {
    const { s3 } = createInProcessS3();
    await s3.send(create);
    const head = new HeadObjectCommand({ Bucket, Key: 'none' });
    await expect(s3.send(head)).rejects.toMatchObject({ name: 'NotFound' });
    await expect(s3.send(head, { abortSignal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  it('tells of calls and events, and an answer can get lost after the call was done', async () => {
    const calls: WireCall[] = [];
    const events: ModelEvent[] = [];
    const { s3, model } = createInProcessS3({
      onCall: (call) => {
        calls.push(call);
        if (call.operation === 'PutObject') throw new Error('lost');
      },
      onEvents: (more) => events.push(...more),
    });
    await s3.send(create);
    const put = new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' });
    await expect(s3.send(put)).rejects.toThrow('lost');
    expect(calls.map(({ operation }) => operation)).toStrictEqual(['CreateBucket', 'PutObject']);
    expect(events).toHaveLength(1);
    expect(model.state().buckets.get(Bucket)?.versions.size).toBe(1);
  });

  it('has a clock and limits of its own, and other callers', async () => {
    const { s3, as, kms, model } = createInProcessS3({
      now: () => 1_000,
      limits: { minPartBytes: 2 },
    });
    await s3.send(create);
    await s3.send(new PutObjectCommand({ Bucket, Key: 'a', Body: 'x' }));
    const { LastModified } = await s3.send(new HeadObjectCommand({ Bucket, Key: 'a' }));
    expect(LastModified?.getTime()).toBe(1_000);
    expect(model.state().limits.minPartBytes).toBe(2);
    const theirs = as({ account: '444455556666' });
    expect((await theirs.s3.send(new ListBucketsCommand({}))).Buckets ?? []).toStrictEqual([]);
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const described = await kms.send(new DescribeKeyCommand({ KeyId: KeyMetadata?.Arn }));
    expect(described.KeyMetadata?.AWSAccountId).toBe('111122223333');
  });
});
