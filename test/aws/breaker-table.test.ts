import { beforeEach, describe, expect, it } from '@jest/globals';
import { DynamoDBClient, ScanCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import fc from 'fast-check';
import {
  createAdmit,
  createIsOpen,
  createReadBreakers,
  createResumeBreaker,
} from '../../aws/breaker-table.ts';
import type { Again } from '../../core/messages/order-message.ts';
import type { Order } from '../../core/orders/order.ts';
import { makeViolation } from '../made/facts.ts';
import { createTinyTable } from './tiny-table.ts';

const dynamoDb = mockClient(DynamoDBClient);
const client = new DynamoDBClient({ region: 'eu-west-1' });
const NOON = '2026-11-24T12:00:00.000Z';
const at = (time: string) => new Date(`2026-11-24T${time}Z`);

const order = (intentId: string, rule = 'payroll'): Order => ({
  kind: 'move',
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation({ rule }),
  policyHash: 'hash',
  intentId,
});

let table = createTinyTable();
let now = at('12:30:00');
const admitter = (limit = 2) =>
  createAdmit({ dynamoDb: client, table: 'state', limit, now: () => now });
const resume = createResumeBreaker(client, 'state');
const RESUMED = { at: '2026-11-24T12:40:00.000Z', by: 'arn:aws:iam::1:user/a', reason: 'meant' };
const updates = () => dynamoDb.commandCalls(UpdateItemCommand).length;

beforeEach(() => {
  table = createTinyTable();
  now = at('12:30:00');
  dynamoDb.reset();
  dynamoDb.onAnyCommand().rejects('unstubbed call');
  dynamoDb.on(UpdateItemCommand).callsFake((input) => table.update(input));
});

/** Asks for several orders, one after the other. */
const ask = async (admit: ReturnType<typeof createAdmit>, ...ids: readonly string[]) => {
  const said = [];
  for (const id of ids) said.push(await admit(order(id)));
  return said.map(({ kind, ...more }) => ('opened' in more ? 'opened' : kind));
};

describe('asking the circuit breaker', () => {
  it('counts the orders of a rule within the hour', async () => {
    expect(await ask(admitter(), 'i1', 'i2')).toEqual(['go', 'go']);
    expect(table.items.get('breaker#payroll')).toEqual({
      id: { S: 'breaker#payroll' },
      hour: { S: NOON },
      orders: { N: '2' },
      expires: { N: '1798113600' }, // thirty days later
    });
  });

  it('takes one write where the hour goes on', async () => {
    const admit = admitter(10);
    await ask(admit, 'i1');
    const before = updates();
    await ask(admit, 'i2', 'i3');
    expect(updates() - before).toBe(2);
  });

  it('opens for the one beyond the limit, and holds every further one until it is resumed', async () => {
    const admit = admitter();
    expect(await ask(admit, 'i1', 'i2', 'i3', 'i4')).toEqual(['go', 'go', 'opened', 'held']);
    now = at('23:59:59');
    expect(await ask(admit, 'i5')).toEqual(['held']);
    expect(table.items.get('breaker#payroll')).toEqual({
      id: { S: 'breaker#payroll' },
      hour: { S: NOON },
      orders: { N: '2' },
      openedAt: { S: '2026-11-24T12:30:00.000Z' },
      openedBy: { S: 'i3#0' }, // and nothing that would take it away one day
    });
  });

  it('says again that it opened when the delivery that opened it comes again', async () => {
    const admit = admitter();
    expect(await ask(admit, 'i1', 'i2', 'i3', 'i3')).toEqual(['go', 'go', 'opened', 'opened']);
    const again: Again = { why: 'held', times: 1 };
    expect(await admit(order('i3'), again)).toEqual({
      kind: 'held',
      words: 'the circuit breaker of rule `payroll` is open',
    });
  });

  it('counts anew in the next hour', async () => {
    const admit = admitter();
    await ask(admit, 'i1', 'i2');
    now = at('13:00:00');
    expect(await ask(admit, 'i3', 'i4', 'i5')).toEqual(['go', 'go', 'opened']);
  });

  it('counts each rule for itself', async () => {
    const admit = admitter(1);
    expect(await ask(admit, 'i1', 'i2')).toEqual(['go', 'opened']);
    expect(await admit(order('i3', 'other'))).toEqual({ kind: 'go' });
  });

  it('loses no count and opens once, however many ask at the same time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 4 }),
        async (scheduler, limit, writers) => {
          table = createTinyTable();
          dynamoDb.reset(); // what it remembers of a thousand calls makes it slow
          dynamoDb
            .on(UpdateItemCommand)
            .callsFake(
              scheduler.scheduleFunction(async (input) => Promise.resolve(table.update(input))),
            );
          const admit = admitter(limit);
          const asked = Array.from({ length: writers * 3 }, async (_, n) => admit(order(`i${n}`)));
          const said = await scheduler.waitFor(Promise.all(asked));
          const kinds = said.map((one) => ('opened' in one ? 'opened' : one.kind));
          const count = (kind: string) => kinds.filter((one) => one === kind).length;
          expect(count('go')).toBe(Math.min(limit, writers * 3));
          expect(count('opened')).toBe(writers * 3 > limit ? 1 : 0);
          const item = table.items.get('breaker#payroll');
          expect(item?.['orders']).toEqual({ N: String(count('go')) });
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives up in favour of the queue where the item changes under every try', async () => {
    dynamoDb.on(UpdateItemCommand).callsFake((input) => {
      now = new Date(now.getTime() + 3_600_000); // an hour passes between decision and write
      table.items.set('breaker#payroll', { hour: { S: now.toISOString() }, orders: { N: '1' } });
      return table.update(input);
    });
    await expect(admitter()(order('i1'))).rejects.toThrow('changes too often');
  });

  it('lets what DynamoDB cannot do now go back to the queue', async () => {
    dynamoDb.on(UpdateItemCommand).rejects(new Error('ThrottlingException'));
    await expect(admitter()(order('i1'))).rejects.toThrow('ThrottlingException');
  });
});

describe('asking whether it is open', () => {
  it.each([
    ['nobody has asked', [], false],
    ['it only counts', ['i1', 'i2'], false],
    ['it is open', ['i1', 'i2', 'i3'], true],
  ])('changes nothing where %s', async (_title, ids, open) => {
    await ask(admitter(), ...ids);
    const before = new Map(table.items);
    expect(await createIsOpen(client, 'state')(order('i9'))).toBe(open);
    expect(table.items).toEqual(before);
  });
});

describe('resuming', () => {
  it('lets orders go again, counted anew, and answers what it was', async () => {
    const admit = admitter();
    await ask(admit, 'i1', 'i2', 'i3');
    expect(await resume('payroll', RESUMED)).toEqual({
      rule: 'payroll',
      hour: NOON,
      orders: 2,
      opened: { at: '2026-11-24T12:30:00.000Z', by: 'i3#0' },
    });
    expect(await ask(admit, 'i3', 'i4', 'i5')).toEqual(['go', 'go', 'opened']);
  });

  it.each([
    ['that only counts', ['i1']],
    ['that nobody has asked', []],
  ])('changes nothing of one %s', async (_title, ids) => {
    await ask(admitter(), ...ids);
    const before = new Map(table.items);
    expect(await resume('payroll', RESUMED)).toBeUndefined();
    expect(table.items).toEqual(before);
  });

  it('knows its own doing where the answer got lost and the SDK tried again', async () => {
    await ask(admitter(), 'i1', 'i2', 'i3');
    await resume('payroll', RESUMED);
    expect(await resume('payroll', RESUMED)).toMatchObject({ orders: 0, resumed: RESUMED });
    expect(await resume('payroll', { ...RESUMED, by: 'arn:other' })).toBeUndefined();
  });
});

it('reads every breaker of every page, and nothing else', async () => {
  dynamoDb
    .on(ScanCommand)
    .resolvesOnce({
      Items: [{ id: { S: 'breaker#b' }, hour: { S: NOON }, orders: { N: '3' } }],
      LastEvaluatedKey: { id: { S: 'breaker#b' } },
    })
    .resolvesOnce({
      Items: [
        {
          id: { S: 'breaker#a#1' },
          hour: { S: NOON },
          orders: { N: '0' },
          openedAt: { S: NOON },
          openedBy: { S: 'i#0' },
          resumedAt: { S: RESUMED.at },
          resumedBy: { S: RESUMED.by },
          resumedReason: { S: RESUMED.reason },
        },
        { id: { S: 'breaker#empty' } },
      ],
    });
  expect(await createReadBreakers(client, 'state')()).toEqual([
    { rule: 'a#1', hour: NOON, orders: 0, opened: { at: NOON, by: 'i#0' }, resumed: RESUMED },
    { rule: 'b', hour: NOON, orders: 3 },
  ]);
  expect(dynamoDb.commandCalls(ScanCommand).map(({ args: [{ input }] }) => input)).toEqual([
    expect.objectContaining({
      TableName: 'state',
      ConsistentRead: true,
      FilterExpression: 'begins_with(id, :prefix)',
      ExpressionAttributeValues: { ':prefix': { S: 'breaker#' } },
    }),
    expect.objectContaining({ ExclusiveStartKey: { id: { S: 'breaker#b' } } }),
  ]);
});
