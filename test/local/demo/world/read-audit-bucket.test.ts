import { gzipSync } from 'node:zlib';
import { CreateBucketCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, it } from '@jest/globals';
import { createReadAuditBucket } from '../../../../local/demo/world/read-audit-bucket.ts';
import { REGION, startWithClients, stopAll } from '../../front/with-front.ts';

const Bucket = 'audit';

it('reads every line of every file once, compressed or not, and only what is new when asked again', async () => {
  const aws = await startWithClients();
  const put = async (Key: string, Body: string | Buffer): Promise<void> => {
    await aws.s3.send(new PutObjectCommand({ Bucket, Key, Body }));
  };
  const gets: string[] = [];
  aws.front.onCall(({ operation, key = '' }) => {
    if (operation === 'GetObject') gets.push(key);
  });
  const CreateBucketConfiguration = { LocationConstraint: REGION } as const;
  await aws.s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  await put('ledger/2026/a', '{"n":1}\n{"n":2}\n');
  await put('ledger/2026/b.gz', gzipSync('{"n":3}\n'));
  await put('ledger-errors/x', 'not a record');
  const read = createReadAuditBucket(aws.s3, Bucket);
  expect(await read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  await put('ledger/2026/c', '{"n":4}\n');
  expect(await read()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }, { n: 4 }]);
  expect(gets.toSorted()).toEqual(['ledger/2026/a', 'ledger/2026/b.gz', 'ledger/2026/c']);
  await stopAll(aws);
});
