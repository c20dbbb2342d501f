import { expect, it } from '@jest/globals';
import type { Delivery } from '../../../../app/message.ts';
import { createMemoryQueue } from '../../../../local/demo/in-process/memory-queue.ts';

const arn = 'arn:aws:sqs:eu-west-1:111122223333:objects';
const NONE: ReadonlySet<string> = new Set();

/** A queue whose batches are written down; `fails` says which bodies come back. */
const setUp = (fails: (body: string) => boolean = () => false, crashes = false) => {
  const batches: (readonly Delivery[])[] = [];
  const dead: Delivery[] = [];
  const queue = createMemoryQueue({
    arn,
    atOnce: 1,
    retryMs: 1,
    mostReceives: 3,
    giveUp: (letter) => dead.push(letter),
    consume: async (batch) => {
      batches.push(batch);
      if (crashes) throw new Error('crashed');
      return Promise.resolve(new Set(batch.filter(({ body }) => fails(body)).map(({ id }) => id)));
    },
  });
  const drained = async (): Promise<void> => {
    while (queue.depth() > 0) await new Promise(setImmediate);
  };
  return { queue, batches, dead, drained };
};

it('hands messages on in batches of ten, in their order', async () => {
  const { queue, batches, drained } = setUp();
  for (let n = 0; n < 25; n += 1) queue.send(`m${n}`);
  expect(queue.depth()).toBe(25);
  await drained();
  expect(batches.map((batch) => batch.length)).toEqual([10, 10, 5]);
  expect(batches[0]?.[0]).toEqual({ id: '1', body: 'm0', queueArn: arn, receiveCount: 1 });
});

it('gives what failed again, and its siblings not; after the last try it is a dead letter', async () => {
  const { queue, batches, dead, drained } = setUp((body) => body === 'bad');
  queue.send('good');
  queue.send('bad');
  await drained();
  const seen = batches.flat().map(({ body, receiveCount }) => `${body} ${receiveCount}`);
  expect(seen).toEqual(['good 1', 'bad 1', 'bad 2', 'bad 3']);
  expect(dead).toMatchObject([{ body: 'bad', receiveCount: 3 }]);
});

it('gives a whole batch again where its consumer crashed', async () => {
  const { queue, dead, drained } = setUp(() => false, true);
  queue.send('a');
  queue.send('b');
  await drained();
  expect(dead.map(({ body }) => body)).toEqual(['a', 'b']);
});

it('works on no more batches at once than it may', async () => {
  let now = 0;
  let most = 0;
  const queue = createMemoryQueue({
    arn,
    atOnce: 3,
    batchSize: 1,
    consume: async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise(setImmediate);
      now -= 1;
      return NONE;
    },
  });
  for (let n = 0; n < 20; n += 1) queue.send(`${n}`);
  while (queue.depth() > 0) await new Promise(setImmediate);
  expect(most).toBe(3);
});
