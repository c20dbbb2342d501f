import {
  CreateBucketCommand,
  GetBucketPolicyCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListObjectVersionsCommand,
  PutBucketPolicyCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { DescribeKeyCommand, KMSClient } from '@aws-sdk/client-kms';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { CallFault } from '../../../../local/front/faults/fault.ts';
import { clientConfig } from '../../../../local/front/client-config.ts';
import type { WireCall } from '../../../../local/front/wire-call.ts';
import { ACCOUNT, REGION, startWithClients, stopAll } from '../with-front.ts';
import { scripted } from './scripted.ts';

const Bucket = 'ours';
const Key = 'k';
const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A front whose functions meet these faults, a bucket, and what a function's clients ask. */
const start = async (script: Readonly<Record<string, readonly CallFault[]>>) => {
  const faults = scripted(script);
  const aws = await startWithClients({ faults });
  const calls: WireCall[] = [];
  aws.front.onCall((call) => calls.push(call));
  const config = {
    ...clientConfig(aws.front.url, ACCOUNT, REGION),
    maxAttempts: 3,
    customUserAgent: 'exec-env/AWS_Lambda_nodejs24.x',
  };
  const s3 = new S3Client(config);
  const kms = new KMSClient(config);
  ends.push(async () => {
    s3.destroy();
    kms.destroy();
    await stopAll(aws);
  });
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  const VersioningConfiguration = { Status: 'Enabled' } as const;
  await aws.s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration }));
  calls.length = 0;
  const versions = async (): Promise<number> => {
    const { Versions = [] } = await aws.s3.send(new ListObjectVersionsCommand({ Bucket }));
    return Versions.length;
  };
  return { aws, s3, kms, calls, faults, versions };
};

const put = new PutObjectCommand({ Bucket, Key, Body: 'x' });

describe('a function’s call', () => {
  it.each<[string, CallFault, number]>([
    ['refused with 503 is not carried out', { kind: 'slow-down' }, 1],
    ['refused with 500 is not carried out', { kind: 'internal-error' }, 1],
    ['lost on its way is carried out by the next attempt', { kind: 'request-lost' }, 1],
    ['answered late is carried out once', { kind: 'late', ms: 5 }, 1],
    ['never answered is carried out, and again when it is tried again', { kind: 'answer-lost' }, 2],
    ['answered by headers alone is lost where it is corrupted', { kind: 'corrupted' }, 2],
  ])('%s', async (_title, fault, expected) => {
    const { s3, versions, faults } = await start({ 's3:PutObject': [fault] });
    await s3.send(put);
    expect(await versions()).toBe(expected);
    expect(faults.tally()).toMatchObject({
      calls: { [fault.kind]: 1 },
      exhausted: 0,
    });
  });

  it('fails for good where every attempt does, and the next call meets nothing', async () => {
    const { s3, versions, faults } = await start({
      's3:PutObject': [{ kind: 'slow-down' }, { kind: 'internal-error' }, { kind: 'slow-down' }],
    });
    await expect(s3.send(put)).rejects.toMatchObject({
      name: 'SlowDown',
      $metadata: { httpStatusCode: 503, attempts: 3 },
    });
    expect(await versions()).toBe(0);
    expect(faults.tally()).toMatchObject({
      calls: { 'slow-down': 2, 'internal-error': 1 },
      exhausted: 1,
    });
    await s3.send(put);
    expect(await versions()).toBe(1);
  });

  it('whose answer is cut short is never taken for a shorter answer', async () => {
    const tagging = new GetObjectTaggingCommand({ Bucket, Key });
    const half = { kind: 'corrupted' } as const;
    const { s3, aws, faults } = await start({ 's3:GetObjectTagging': [half, half, half] });
    await aws.s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x', Tagging: 'a=1&b=2&c=3' }));
    await expect(s3.send(tagging)).rejects.toThrow('aborted');
    expect(faults.tally()).toMatchObject({ calls: { corrupted: 3 }, exhausted: 1 });
    expect((await s3.send(tagging)).TagSet).toHaveLength(3);
  });

  it('for a bucket policy is answered by half of it, which S3 gives as it was put', async () => {
    const { s3, aws } = await start({ 's3:GetBucketPolicy': [{ kind: 'corrupted' }] });
    const Policy = '{"Version":"2012-10-17","Statement":[]}';
    await aws.s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const read = async () => (await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy;
    expect(await read()).toBe(Policy.slice(0, Policy.length >> 1));
    expect(await read()).toBe(Policy);
  });

  it('of a JSON service is throttled, or answered by half a document', async () => {
    const { aws, kms } = await start({ 'kms:DescribeKey': [{ kind: 'throttled' }] });
    const made = aws.front.model.apply({ service: 'kms', name: 'CreateKey', input: {} });
    if (made.kind !== 'ok') throw new Error(made.message);
    const { KeyId } = made.output.KeyMetadata ?? {};
    const { KeyMetadata, $metadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
    expect([KeyMetadata?.KeyId, $metadata.attempts]).toEqual([KeyId, 2]);

    const other = await start({ 'kms:DescribeKey': [{ kind: 'corrupted' }] });
    const key = other.aws.front.model.apply({ service: 'kms', name: 'CreateKey', input: {} });
    if (key.kind !== 'ok') throw new Error(key.message);
    const describeKey = new DescribeKeyCommand({ KeyId: key.output.KeyMetadata?.KeyId });
    await expect(other.kms.send(describeKey)).rejects.toThrow(/JSON/); // which the SDK does not try again
    expect(other.faults.tally()).toMatchObject({ calls: { corrupted: 1 }, exhausted: 1 });
    await expect(other.kms.send(describeKey)).resolves.toBeDefined();
  });

  it('is on the wire log as what was done, also where nothing was', async () => {
    const { s3, calls } = await start({ 's3:HeadObject': [{ kind: 'slow-down' }] });
    await s3.send(put);
    await s3.send(new HeadObjectCommand({ Bucket, Key }));
    expect(
      calls.map(({ operation, status, servedBy, key }) => [operation, status, servedBy, key]),
    ).toEqual([
      ['PutObject', 200, 'model', Key],
      ['HeadObject', 503, 'front', Key],
      ['HeadObject', 200, 'model', Key],
    ]);
  });
});

it('leaves everybody else’s calls alone', async () => {
  const { aws, versions, faults } = await start({ 's3:PutObject': [{ kind: 'answer-lost' }] });
  await aws.s3.send(put);
  expect(await versions()).toBe(1);
  expect(faults.tally().calls['answer-lost']).toBe(0);
});
