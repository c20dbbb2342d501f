import { DynamoDBClient, ScanCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createListCopies } from '../../aws/list-copies.ts';

const dynamoDb = mockClient(DynamoDBClient);
const list = createListCopies(new DynamoDBClient({ region: 'eu-west-1' }), 'state');

const item = (id: string, more = {}) => ({
  id: { S: `copy#${id}` },
  bucket: { S: 'b' },
  key: { S: 'k' },
  carried: { S: 'c' },
  startedAt: { S: '2026-11-24T12:00:00.000Z' },
  ...more,
});

beforeEach(() => {
  dynamoDb.reset();
  dynamoDb.onAnyCommand().rejects('unstubbed call');
});

describe('createListCopies', () => {
  it('reads every page of what begins with `copy#`', async () => {
    const upload = {
      uploadId: { S: 'u' },
      partBytes: { N: '4' },
      parts: { N: '9' },
      done: { N: '3' },
    };
    dynamoDb
      .on(ScanCommand, { TableName: 'state', ConsistentRead: true })
      .resolvesOnce({ Items: [item('one')], LastEvaluatedKey: { id: { S: 'copy#one' } } })
      .resolvesOnce({ Items: [item('two', upload)] });
    expect(await list()).toEqual([
      { id: 'one', bucket: 'b', key: 'k', carried: 'c', startedAt: '2026-11-24T12:00:00.000Z' },
      {
        id: 'two',
        bucket: 'b',
        key: 'k',
        carried: 'c',
        startedAt: '2026-11-24T12:00:00.000Z',
        upload: { uploadId: 'u', partBytes: 4, parts: 9, done: 3 },
      },
    ]);
    const [first, second] = dynamoDb.commandCalls(ScanCommand).map(({ args }) => args[0].input);
    expect(first).toMatchObject({
      FilterExpression: 'begins_with(id, :prefix)',
      ExpressionAttributeValues: { ':prefix': { S: 'copy#' } },
    });
    expect(second?.ExclusiveStartKey).toEqual({ id: { S: 'copy#one' } });
  });
});
