import { DynamoDBClient, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { parseTrigger } from '../../core/events/parse-trigger.ts';
import { parseOrderMessage } from '../../core/messages/order-message.ts';
import type { Order } from '../../core/orders/order.ts';
import { writerPorts } from '../../runtime/writer-ports.ts';
import { makeViolation } from '../made/facts.ts';
import { makePolicy } from '../made/policy.ts';

const dynamoDb = mockClient(DynamoDBClient);
const sqs = mockClient(SQSClient);
const ENV = {
  SEALWARD_MODE: 'enforce',
  SEALWARD_OBJECTS_QUEUE: 'https://sqs/objects',
  SEALWARD_COPY_QUEUE: 'https://sqs/copy',
};
const WITH_TABLE = { ...ENV, SEALWARD_STATE_TABLE: 'state', SEALWARD_BREAKER_ORDERS: '5' };
const ORDER: Order = {
  kind: 'move',
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'intent',
};
const CLIENT = { region: 'eu-west-1' };
const OPENED = { rule: 'payroll', orders: 5, hour: 'at noon', at: 'soon after' };

const ports = (env: Readonly<Record<string, string>>) =>
  writerPorts(
    {
      env,
      policy: makePolicy('version: 1'),
      clients: { sqs: new SQSClient(CLIENT), dynamoDb: new DynamoDBClient(CLIENT) },
      now: () => new Date(),
      pause: async () => Promise.resolve(),
      complain: () => undefined,
    },
    'SEALWARD_COPY_QUEUE',
  );
beforeEach(() => {
  dynamoDb.reset();
  dynamoDb.onAnyCommand().rejects('unstubbed call');
  sqs.reset();
  sqs.onAnyCommand().rejects('unstubbed call');
  sqs.on(SendMessageBatchCommand).callsFake(({ Entries }: { Entries: { Id: string }[] }) => ({
    Successful: Entries.map(({ Id }) => ({ Id })),
  }));
});

/** The one message that was sent. */
const sent = () => {
  const [call, ...more] = sqs.commandCalls(SendMessageBatchCommand);
  expect(more).toEqual([]);
  const { QueueUrl, Entries } = call?.args[0].input ?? {};
  return { queue: QueueUrl, body: Entries?.[0]?.MessageBody ?? '', ...Entries?.[0] };
};

describe('the ports of a writer', () => {
  it('let every order go where the stack has no table', async () => {
    expect(await ports(ENV).admit(ORDER)).toEqual({ kind: 'go' });
    expect(await ports(ENV).isOpen(ORDER)).toBe(false);
  });

  it('ask the circuit breaker where it has', async () => {
    dynamoDb.on(UpdateItemCommand).resolves({});
    expect(await ports(WITH_TABLE).admit(ORDER)).toEqual({ kind: 'go' });
    expect(dynamoDb.commandCalls(UpdateItemCommand)[0]?.args[0].input).toMatchObject({
      TableName: 'state',
      Key: { id: { S: 'breaker#payroll' } },
      ExpressionAttributeValues: { ':limit': { N: '5' } },
    });
  });

  it('are not to be had with a table and without a limit', () => {
    expect(() => ports({ ...ENV, SEALWARD_STATE_TABLE: 'state' })).toThrow(
      'SEALWARD_BREAKER_ORDERS',
    );
  });

  it('tell the reader that a breaker opened', async () => {
    await ports(WITH_TABLE).announce(OPENED);
    expect(sent().queue).toBe('https://sqs/objects');
    expect(parseTrigger(sent().body)).toEqual({ notice: { kind: 'breaker-opened', ...OPENED } });
  });

  it('send an order to its own queue again, later', async () => {
    const again = { why: 'held', times: 2 } as const;
    await ports(WITH_TABLE).sendAgain(ORDER, again, 900);
    expect(sent()).toMatchObject({ queue: 'https://sqs/copy', DelaySeconds: 900 });
    expect(parseOrderMessage(sent().body)).toEqual({ order: ORDER, again });
  });

  it.each(['announce', 'sendBack', 'sendAgain'] as const)(
    'throw where what `%s` sends was not taken',
    async (name) => {
      sqs.on(SendMessageBatchCommand).resolves({ Successful: [] });
      const { announce, sendBack, sendAgain } = ports(WITH_TABLE);
      const sends = {
        announce: async () => announce(OPENED),
        sendBack: async () => sendBack({ v: 1, cause: 'writer', refs: [ORDER.ref] }),
        sendAgain: async () => sendAgain(ORDER, { why: 'held', times: 1 }, 900),
      };
      await expect(sends[name]()).rejects.toThrow('could not be sent');
    },
  );
});
