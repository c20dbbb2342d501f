import { describe, expect, it } from '@jest/globals';
import { createEventPump } from '../../../../local/front/events/event-pump.ts';
import { headBatch, type Outgoing } from '../../../../local/front/events/outgoing.ts';

const event = (Detail: string, account = '111122223333'): Outgoing => ({
  kind: 'eventbridge',
  account,
  region: 'eu-west-1',
  entry: { Source: 'aws.s3', DetailType: 'Object Created', Detail, Resources: [] },
});
const order: Outgoing = { kind: 'sqs', arn: 'arn:aws:sqs:eu-west-1:111122223333:q', body: 'b' };
const names = (batch: readonly Outgoing[]) =>
  batch.map((one) => (one.kind === 'eventbridge' ? one.entry.Detail : one.kind));

describe('headBatch', () => {
  it.each([
    ['nothing', [], []],
    [
      'at most ten',
      Array.from({ length: 12 }, (_, i) => event(String(i))),
      ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    ],
    ['up to the first that goes elsewhere', [event('a'), order, event('b')], ['a']],
    ['one account at a time', [event('a'), event('b', '999988887777')], ['a']],
    ['queues one by one', [order, order], ['sqs']],
  ])('%s', (_title, queue, batch) => {
    expect(names(headBatch(queue))).toEqual(batch);
  });
});

describe('createEventPump', () => {
  it('keeps the order, also over a failure, and loses nothing', async () => {
    const sent: string[] = [];
    let failures = 2;
    const pump = createEventPump({
      send: async (batch) => {
        failures -= 1;
        if (failures >= 0) throw new Error('busy');
        sent.push(...names(batch));
        return Promise.resolve();
      },
      onGivenUp: () => {
        throw new Error('gave up');
      },
      retryDelaysMs: [0, 0],
    });
    pump.push([event('1')]);
    pump.push([event('2'), order]);
    pump.push([]);
    pump.push([event('3')]);
    await pump.idle();
    expect(sent).toEqual(['1', '2', 'sqs', '3']);
  });

  it('gives up loudly, goes on with the rest, and says so at the end', async () => {
    const lost: string[] = [];
    const sent: string[] = [];
    const pump = createEventPump({
      send: async (batch) => {
        if (names(batch).includes('sqs')) throw new Error('no such queue');
        sent.push(...names(batch));
        return Promise.resolve();
      },
      onGivenUp: (error, batch) => lost.push(`${error.message}: ${names(batch).join()}`),
      retryDelaysMs: [0],
    });
    pump.push([order, event('after')]);
    await expect(pump.idle()).rejects.toThrow(
      '1 S3 event batches could not be delivered: no such queue',
    );
    expect(lost).toEqual(['no such queue: sqs']);
    expect(sent).toEqual(['after']);
  });

  it('is quiet once it is closed', async () => {
    const lost: string[] = [];
    const pump = createEventPump({
      send: () => Promise.reject(new Error('gone')),
      onGivenUp: (error) => lost.push(error.message),
      retryDelaysMs: [0, 0, 0],
    });
    pump.push([order]);
    pump.close();
    await pump.idle();
    expect(lost).toEqual([]);
  });
});
