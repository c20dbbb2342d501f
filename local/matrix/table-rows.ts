import type { Ask, Json } from '../ask.ts';
import { when, type MatrixRow } from './matrix-row.ts';

const key = (id: string) => ({ id: { S: id } });

/** The refusal's own words, where there is one: `ask` puts the answer's body into its message. */
const refusalOf = (answer: Promise<Json>): Promise<string> =>
  answer.then(
    () => 'accepted',
    (error: unknown) => String(error),
  );

const count = (ask: Ask, table: string | undefined, limit: string): Promise<Json> =>
  ask.json('dynamodb', 'UpdateItem', {
    TableName: table,
    Key: key('counter'),
    UpdateExpression: 'ADD #n :one',
    ConditionExpression: 'attribute_not_exists(#n) OR #n < :limit',
    ExpressionAttributeNames: { '#n': 'n' },
    ExpressionAttributeValues: { ':one': { N: '1' }, ':limit': { N: limit } },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });

export const tableRows: readonly MatrixRow[] = [
  {
    area: 'DynamoDB',
    question: 'a conditional PutItem that fails answers with the item that is there',
    answer: async ({ ask, outputs }) => {
      const put = {
        TableName: outputs['State'],
        Item: { ...key('progress'), upload: { S: 'first' } },
        ConditionExpression: 'attribute_not_exists(upload)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      };
      await ask.json('dynamodb', 'PutItem', put);
      const again = await refusalOf(ask.json('dynamodb', 'PutItem', put));
      const right = again.includes('ConditionalCheckFailedException') && again.includes('first');
      return when(right, again.slice(0, 200));
    },
  },
  {
    area: 'DynamoDB',
    question:
      'UpdateItem with ADD counts as a number, at most up to its condition, under concurrency too',
    answer: async ({ ask, outputs }) => {
      const table = outputs['State'];
      const asked = Array.from({ length: 30 }, () => refusalOf(count(ask, table, '12')));
      const answers = await Promise.all(asked);
      const done = answers.filter((text) => text === 'accepted').length;
      const got = await ask.json('dynamodb', 'GetItem', {
        TableName: table,
        Key: key('counter'),
        ConsistentRead: true,
      });
      const n = JSON.stringify(got['Item']?.['n']);
      return when(done === 12 && n === '{"N":"12"}', `12 of 30 asked for, ${done} done, n is ${n}`);
    },
  },
  {
    area: 'DynamoDB',
    question: 'reserved words and names that no expression uses are refused',
    answer: async ({ ask, outputs }) => {
      const update = {
        TableName: outputs['State'],
        Key: key('words'),
        ExpressionAttributeValues: { ':a': { S: '1' } },
      };
      const reserved = await refusalOf(
        ask.json('dynamodb', 'UpdateItem', { ...update, UpdateExpression: 'SET hour = :a' }),
      );
      const unused = await refusalOf(
        ask.json('dynamodb', 'UpdateItem', {
          ...update,
          UpdateExpression: 'SET a = :a',
          ExpressionAttributeNames: { '#x': 'x' },
        }),
      );
      const right = [reserved, unused].every((text) => text.includes('ValidationException'));
      return when(right, `${reserved.slice(0, 120)}; ${unused.slice(0, 120)}`);
    },
  },
  {
    area: 'DynamoDB',
    question: 'Scan goes on where 1 MB ended, with a filter',
    answer: async ({ ask, outputs }) => {
      const TableName = outputs['State'];
      const pad = { S: 'x'.repeat(100_000) };
      for (let i = 0; i < 15; i += 1)
        await ask.json('dynamodb', 'PutItem', { TableName, Item: { ...key(`copy#${i}`), pad } });
      const scan = {
        TableName,
        FilterExpression: 'begins_with(id, :prefix)',
        ExpressionAttributeValues: { ':prefix': { S: 'copy#' } },
      };
      const first = await ask.json('dynamodb', 'Scan', scan);
      const from = { ExclusiveStartKey: first['LastEvaluatedKey'] };
      const second = await ask.json('dynamodb', 'Scan', { ...scan, ...from });
      const counts = [first, second].map((page) => Number(page['Count'] as unknown));
      const whole = (counts[0] ?? 0) + (counts[1] ?? 0) === 15 && counts[0] !== 15;
      return when(whole, `pages of ${counts.join(' and ')} of 15 items of 100 KB`);
    },
  },
  {
    area: 'DynamoDB',
    question: 'DeleteItem under a condition',
    answer: async ({ ask, outputs }) => {
      const remove = (upload: string) => ({
        TableName: outputs['State'],
        Key: key('progress'),
        ConditionExpression: 'attribute_not_exists(id) OR upload = :upload',
        ExpressionAttributeValues: { ':upload': { S: upload } },
      });
      const other = await refusalOf(ask.json('dynamodb', 'DeleteItem', remove('other')));
      const own = await refusalOf(ask.json('dynamodb', 'DeleteItem', remove('first')));
      const gone = await refusalOf(ask.json('dynamodb', 'DeleteItem', remove('first')));
      const right = other.includes('ConditionalCheckFailed') && own === 'accepted' && gone === own;
      return when(right, `another's: ${other.slice(0, 80)}; its own: ${own}; gone: ${gone}`);
    },
  },
  {
    area: 'DynamoDB',
    question: "TimeToLive and PITR of a table's template",
    answer: async ({ ask, outputs }) => {
      const input = { TableName: outputs['State'] };
      const ttl = await ask.json('dynamodb', 'DescribeTimeToLive', input);
      const backups = await ask.json('dynamodb', 'DescribeContinuousBackups', input);
      const status = JSON.stringify(ttl['TimeToLiveDescription']?.['TimeToLiveStatus']);
      const pitr = JSON.stringify(
        backups['ContinuousBackupsDescription']?.['PointInTimeRecoveryDescription']?.[
          'PointInTimeRecoveryStatus'
        ],
      );
      return when(status === '"ENABLED"' && pitr === '"ENABLED"', `TTL ${status}, PITR ${pitr}`);
    },
  },
  {
    area: 'S3',
    question:
      'encryption and ownership of a bucket made by CloudFormation: hence local/adopt-stack.ts',
    answer: async ({ ask, outputs }) => {
      const { text } = await ask.rest('s3', 'GET', `/${outputs['Audit']}?encryption`);
      const said = text.replace(/\s+/g, ' ').slice(0, 200);
      return when(text.includes('aws:kms'), said);
    },
  },
];
