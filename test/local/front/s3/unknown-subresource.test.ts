import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rawRequest } from '../raw-request.ts';
import { REGION, startWithClients, stopAll, type FrontWithClients } from '../with-front.ts';

const Bucket = 'safe';

describe('sub-resources that nobody knows', () => {
  let aws: FrontWithClients;
  beforeAll(async () => {
    aws = await startWithClients();
    const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
    await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
    await aws.s3.send(new PutObjectCommand({ Bucket, Key: 'o', Body: 'precious' }));
  });
  afterAll(() => stopAll(aws));

  it.each([
    ['PUT', '/safe/o?futureThing', 'a word that S3 may learn one day'],
    ['PUT', '/safe/o?Encryption', 'the right word in the wrong case'],
    ['PUT', '/safe/o?encryption&x-id=PutObject&more', 'a known word beside an unknown one'],
    ['PUT', '/safe/o?renameObject', 'a word that AWS knows and the model does not'],
    ['PUT', '/safe/o?renameObject', 'another of them'],
    ['DELETE', '/safe/o?encryption', 'a known word under another method'],
    ['POST', '/safe/o?select&select-type=2', 'a query on the content'],
    ['GET', '/safe?intelligent-tiering&x-id=x&what', 'a bucket setting'],
    ['POST', '/safe', 'a form upload'],
  ])('%s %s answers 501: %s', async (method, target) => {
    const body = method === 'PUT' ? { body: 'overwritten' } : {};
    const answer = await rawRequest(aws.front.url, { method, target, ...body });
    expect(answer.status).toBe(501);
    expect(answer.body).toContain('<Code>NotImplemented</Code>');
    const got = await aws.s3.send(new GetObjectCommand({ Bucket, Key: 'o' }));
    expect(await got.Body?.transformToString()).toBe('precious');
  });

  it('HEAD has no body even then', async () => {
    const answer = await rawRequest(aws.front.url, { method: 'HEAD', target: '/safe/o?whatever' });
    expect([answer.status, answer.body]).toEqual([501, '']);
  });
});
