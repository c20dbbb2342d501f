import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createCopyProgressTable } from '../../../../aws/copies/copy-progress-table.ts';
import type { CopyProgress } from '../../../../core/copies/copy-progress.ts';
import {
  type LittleStandIn,
  startLittleStandIn,
} from '../../../../local/demo/in-process/little-stand-in.ts';
import { createMemoryTable } from '../../../../local/demo/in-process/memory-table.ts';
import { clientConfig } from '../../../../local/front/client-config.ts';

const progress: CopyProgress = {
  id: 't',
  bucket: 'b',
  key: 'k',
  carried: 'c',
  startedAt: '2026-11-24T00:00:00.000Z',
};
const upload = { uploadId: 'u', partBytes: 5, parts: 3, done: 0 };

describe('the state table in memory, asked by the adapter that asks DynamoDB', () => {
  let standIn: LittleStandIn;
  let dynamoDb: DynamoDBClient;
  beforeAll(async () => {
    standIn = await startLittleStandIn({
      account: '111122223333',
      outputs: () => ({}),
      record: () => undefined,
    });
    dynamoDb = new DynamoDBClient(clientConfig(standIn.url, '111122223333', 'eu-west-1'));
  });
  afterAll(async () => {
    dynamoDb.destroy();
    await standIn.close();
  });

  it('keeps the first upload, notes how far only that one is, and forgets it only by its id', async () => {
    const table = createCopyProgressTable(dynamoDb, 'state');
    expect(await table.read('t')).toBeUndefined();
    expect(await table.begin(progress)).toEqual(progress);
    expect(await table.begin({ ...progress, upload })).toEqual({ ...progress, upload });
    const other = { ...upload, uploadId: 'other' };
    expect(await table.begin({ ...progress, upload: other })).toEqual({ ...progress, upload });
    await table.advance('t', 'other', 2);
    await table.advance('t', 'u', 1);
    expect(await table.read('t')).toEqual({ ...progress, upload: { ...upload, done: 1 } });
    await table.end({ id: 't', upload: other });
    expect(await table.read('t')).toBeDefined();
    await table.end({ id: 't', upload });
    expect(await table.read('t')).toBeUndefined();
  });
});

it('refuses an expression that it does not understand', () => {
  const table = createMemoryTable();
  const Key = { id: { S: 'x' } };
  expect(() => table('PutItem', { Key, ConditionExpression: 'size(a) > :b' })).toThrow(
    'not understood: `size(a) > :b`',
  );
});
