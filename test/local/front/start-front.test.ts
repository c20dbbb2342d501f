import {
  CreateBucketCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  UpdateObjectEncryptionCommand,
} from '@aws-sdk/client-s3';
import { DescribeKeyCommand } from '@aws-sdk/client-kms';
import { FirehoseClient, PutRecordBatchCommand } from '@aws-sdk/client-firehose';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startFront } from '../../../local/front/start-front.ts';
import { clientConfig } from '../../../local/start-local-aws.ts';
import type { WireCall } from '../../../local/front/wire-call.ts';
import { startBehind, type Behind } from './start-behind.ts';
import { ACCOUNT, REGION, startWithClients, stopAll, type FrontWithClients } from './with-front.ts';

describe('the front before a stand-in', () => {
  let aws: FrontWithClients;
  let behind: Behind;
  let calls: WireCall[];
  beforeEach(async () => {
    aws = await startWithClients();
    behind = await startBehind();
    calls = [];
    aws.front.onCall((call) => calls.push(call));
  });
  afterEach(async () => {
    await stopAll(aws);
    await behind.close();
  });

  const makeBucket = async (Bucket: string) => {
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  };

  it('hands on buckets that it did not make, byte for byte', async () => {
    aws.front.connect(behind.url);
    await makeBucket('ours');
    await aws.s3.send(new PutObjectCommand({ Bucket: 'theirs', Key: '../a b+?', Body: 'zip' }));
    expect(behind.seen).toMatchObject([
      { target: 'PUT /theirs/../a%20b%2B%3F?x-id=PutObject', body: expect.stringContaining('zip') },
    ]);
    expect(calls.map((call) => [call.operation, call.bucket, call.servedBy])).toEqual([
      ['CreateBucket', 'ours', 'model'],
      ['PutObject', 'theirs', 'stand-in'],
    ]);
  });

  it('never lets UpdateObjectEncryption through: the stand-in would overwrite the object', async () => {
    aws.front.connect(behind.url);
    const ObjectEncryption = { SSEKMS: { KMSKeyArn: `arn:aws:kms:${REGION}:${ACCOUNT}:key/1` } };
    const update = new UpdateObjectEncryptionCommand({
      Bucket: 'theirs',
      Key: 'k',
      ObjectEncryption,
    });
    await expect(aws.s3.send(update)).rejects.toMatchObject({ $metadata: { httpStatusCode: 501 } });
    expect(behind.seen).toEqual([]);
  });

  it('asks the stand-in about keys that it does not know', async () => {
    aws.front.connect(behind.url);
    const { KeyMetadata } = await aws.kms.send(new DescribeKeyCommand({ KeyId: 'theirs' }));
    expect(KeyMetadata?.KeyId).toBe('theirs');
    expect(calls.map((call) => call.servedBy)).toEqual(['stand-in']);
  });

  it('delivers S3 events as EventBridge entries of the owner, in order', async () => {
    aws.front.connect(behind.url);
    await makeBucket('ours');
    const NotificationConfiguration = { EventBridgeConfiguration: {} };
    await aws.s3.send(
      new PutBucketNotificationConfigurationCommand({ Bucket: 'ours', NotificationConfiguration }),
    );
    for (const Key of ['1', '2', 'ü +'])
      await aws.s3.send(new PutObjectCommand({ Bucket: 'ours', Key, Body: 'x' }));
    await aws.front.idle();
    const entries = behind.seen.flatMap(
      ({ body }) => (JSON.parse(body) as { Entries: Record<string, string>[] }).Entries,
    );
    expect(entries.map(({ Source, DetailType }) => [Source, DetailType])).toEqual(
      Array.from({ length: 3 }, () => ['aws.s3', 'Object Created']),
    );
    const details = entries.map(
      ({ Detail }) => JSON.parse(Detail ?? '') as { object: { key: string } },
    );
    expect(details.map(({ object }) => object.key)).toEqual(['1', '2', 'ü +']);
    expect(behind.seen[0]?.headers.authorization).toContain(`Credential=${ACCOUNT}/`);
  });

  it('keeps the bodies of what the pipeline sends, and tells functions from others', async () => {
    aws.front.connect(behind.url);
    const firehose = new FirehoseClient({
      ...clientConfig(aws.front.url, ACCOUNT, REGION),
      customUserAgent: 'exec-env/AWS_Lambda_nodejs24.x',
    });
    const Records = [{ Data: Buffer.from('{"a":1}\n') }];
    await firehose.send(new PutRecordBatchCommand({ DeliveryStreamName: 'ledger', Records }));
    firehose.destroy();
    const [call] = calls;
    expect(call).toMatchObject({
      service: 'firehose',
      operation: 'PutRecordBatch',
      caller: 'function',
      account: ACCOUNT,
    });
    const kept = JSON.parse(call?.body?.toString() ?? '') as { Records: { Data: string }[] };
    expect(Buffer.from(kept.Records[0]?.Data ?? '', 'base64').toString()).toBe('{"a":1}\n');
    await expect(
      aws.s3.send(new HeadObjectCommand({ Bucket: 'x', Key: 'y' })),
    ).resolves.toBeDefined();
    expect(calls[1]).toMatchObject({
      service: 's3',
      operation: 'HeadObject',
      caller: 'client',
      bucket: 'x',
      key: 'y',
    });
    expect(calls[1]).not.toHaveProperty('body');
  });

  it('says 501 for all other services while nothing stands behind it', async () => {
    await expect(
      aws.s3.send(new GetObjectCommand({ Bucket: 'theirs', Key: 'k' })),
    ).rejects.toMatchObject({
      $metadata: { httpStatusCode: 501 },
    });
  });

  it('offers its model to the same process: what no API can do', async () => {
    await makeBucket('old');
    const Body = Buffer.from('from 2019');
    const input = { Bucket: 'old', Key: 'o', Body };
    const result = aws.front.model.apply({ service: 'model', name: 'PutUnencryptedObject', input });
    expect(result.kind).toBe('ok');
    const head = await aws.s3.send(new HeadObjectCommand({ Bucket: 'old', Key: 'o' }));
    expect(head.ServerSideEncryption).toBeUndefined();
  });

  it('a taken port is one line that says what to do', async () => {
    const port = Number(new URL(aws.front.url).port);
    await expect(startFront({ account: ACCOUNT, region: REGION, port })).rejects.toThrow(
      `port \`${port}\` is taken: choose another, or leave it out to get a free one`,
    );
  });
});
