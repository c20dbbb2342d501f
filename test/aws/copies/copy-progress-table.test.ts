import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  ConditionalCheckFailedException,
  DeleteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { createCopyProgressTable } from '../../../aws/copies/copy-progress-table.ts';
import type { CopyProgress } from '../../../core/copies/copy-progress.ts';

const dynamoDb = mockClient(DynamoDBClient);
const table = createCopyProgressTable(new DynamoDBClient({}), 'state');
const PLAIN: CopyProgress = {
  id: 'intent',
  bucket: 'b',
  key: 'k',
  carried: 'f',
  startedAt: '2026-11-24T12:00:00.000Z',
};
const IN_PARTS: CopyProgress = {
  ...PLAIN,
  asked: 'a',
  checksum: 'CRC32 x',
  restarts: 2,
  made: 'e v2',
  upload: { uploadId: 'u1', partBytes: 5, parts: 3, done: 2 },
};
const PLAIN_ITEM = {
  id: { S: 'copy#intent' },
  bucket: { S: 'b' },
  key: { S: 'k' },
  carried: { S: 'f' },
  startedAt: { S: '2026-11-24T12:00:00.000Z' },
  expires: { N: '1796817600' }, // fifteen days later
};
const ITEM = {
  ...PLAIN_ITEM,
  asked: { S: 'a' },
  checksum: { S: 'CRC32 x' },
  restarts: { N: '2' },
  made: { S: 'e v2' },
  uploadId: { S: 'u1' },
  partBytes: { N: '5' },
  parts: { N: '3' },
  done: { N: '2' },
};
const taken = (Item?: typeof ITEM) =>
  new ConditionalCheckFailedException({
    message: 'no',
    $metadata: {},
    ...(Item && { Item }),
  });

beforeEach(() => {
  dynamoDb.reset();
  dynamoDb.onAnyCommand().rejects('unstubbed call');
});

it.each([
  ['a copy at once', PLAIN, PLAIN_ITEM],
  ['a copy in parts', IN_PARTS, ITEM],
])('writes and reads %s', async (_title, progress, item) => {
  dynamoDb.on(PutItemCommand).resolves({});
  expect(await table.begin(progress)).toEqual(progress);
  expect(dynamoDb.commandCalls(PutItemCommand)[0]?.args[0].input).toMatchObject({
    TableName: 'state',
    Item: item,
    ConditionExpression: 'attribute_not_exists(uploadId)',
  });
  dynamoDb
    .on(GetItemCommand, {
      TableName: 'state',
      Key: { id: { S: 'copy#intent' } },
      ConsistentRead: true,
    })
    .resolves({ Item: item });
  expect(await table.read('intent')).toEqual(progress);
});

it('reads nothing where nothing is', async () => {
  dynamoDb.on(GetItemCommand).resolves({});
  expect(await table.read('intent')).toBeUndefined();
});

it('answers the upload that another try was faster with', async () => {
  dynamoDb.on(PutItemCommand).rejects(taken(ITEM));
  expect(await table.begin(PLAIN)).toEqual(IN_PARTS);
});

describe('what was begun anew meanwhile', () => {
  it('is not advanced', async () => {
    dynamoDb.on(UpdateItemCommand).rejects(taken());
    await expect(table.advance('intent', 'u1', 7)).resolves.toBeUndefined();
    expect(dynamoDb.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      ConditionExpression: 'uploadId = :uploadId',
      ExpressionAttributeValues: { ':uploadId': { S: 'u1' }, ':value': { N: '7' } },
    });
  });

  it('is not said to be made', async () => {
    dynamoDb.on(UpdateItemCommand).rejects(taken());
    await expect(table.noteMade('intent', 'u1', 'e v2')).resolves.toBeUndefined();
    expect(dynamoDb.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      UpdateExpression: 'SET #name = :value',
      ConditionExpression: 'uploadId = :uploadId',
      ExpressionAttributeNames: { '#name': 'made' },
      ExpressionAttributeValues: { ':uploadId': { S: 'u1' }, ':value': { S: 'e v2' } },
    });
  });

  it.each([
    ['a copy at once', PLAIN, 'attribute_not_exists(uploadId)'],
    ['a copy in parts', IN_PARTS, 'attribute_not_exists(id) OR uploadId = :uploadId'],
  ])('is not ended by %s', async (_title, progress, ConditionExpression) => {
    dynamoDb.on(DeleteItemCommand).rejects(taken());
    await expect(table.end(progress)).resolves.toBeUndefined();
    expect(dynamoDb.commandCalls(DeleteItemCommand)[0]?.args[0].input).toMatchObject({
      Key: { id: { S: 'copy#intent' } },
      ConditionExpression,
    });
  });
});

it('throws what is no answer', async () => {
  dynamoDb.on(DeleteItemCommand).rejects(new Error('throttled'));
  await expect(table.end(PLAIN)).rejects.toThrow('throttled');
});
