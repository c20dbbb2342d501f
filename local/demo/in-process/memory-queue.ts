import { setTimeout as delay } from 'node:timers/promises';
import type { Delivery, FailedIds } from '../../../app/message.ts';

export type MemoryQueue = {
  readonly arn: string;
  readonly send: (body: string, delaySeconds?: number) => void;
  readonly depth: () => number; // waiting, worked on, delayed
  readonly close: () => void;
};

export type MemoryQueueOptions = {
  readonly arn: string;
  readonly consume: (batch: readonly Delivery[]) => Promise<FailedIds>;
  readonly atOnce: number; // batches that are worked on at the same time
  readonly batchSize?: number;
  readonly mostReceives?: number; // then it goes to `giveUp`
  readonly retryMs?: number; // stands for the visibility timeout
  readonly giveUp?: (letter: Delivery) => void;
};

/** What SQS and an event source mapping do between them, in memory: batches, retries, and an end to retries. */
export const createMemoryQueue = (options: MemoryQueueOptions): MemoryQueue => {
  const { arn, consume, atOnce, batchSize = 10, mostReceives = 5, retryMs = 200 } = options;
  const waiting: Delivery[] = [];
  const state = { sent: 0, apart: 0, lanes: 0, closed: false }; // apart: worked on or delayed

  const put = (letter: Delivery): void => {
    waiting.push(letter);
    if (state.lanes < atOnce) void work();
  };
  const putLater = (letter: Delivery, ms: number): void => {
    state.apart += 1;
    setTimeout(() => {
      state.apart -= 1;
      put(letter);
    }, ms).unref();
  };
  const again = (letter: Delivery): void => {
    if (letter.receiveCount >= mostReceives) options.giveUp?.(letter);
    else putLater(letter, retryMs);
  };

  // A batch that throws comes back whole, as Lambda gives it back.
  const attempt = async (batch: readonly Delivery[]): Promise<FailedIds> => {
    try {
      return await consume(batch);
    } catch {
      return new Set(batch.map(({ id }) => id));
    }
  };
  const work = async (): Promise<void> => {
    state.lanes += 1;
    await delay(0); // whoever sends right now shares the batch
    while (waiting.length > 0 && !state.closed) {
      const batch = waiting
        .splice(0, batchSize)
        .map((letter) => ({ ...letter, receiveCount: letter.receiveCount + 1 }));
      state.apart += batch.length;
      const failed = await attempt(batch);
      state.apart -= batch.length;
      batch.filter(({ id }) => failed.has(id)).forEach(again);
    }
    state.lanes -= 1;
  };

  return {
    arn,
    send: (body, delaySeconds = 0) => {
      state.sent += 1;
      const letter = { id: `${state.sent}`, body, queueArn: arn, receiveCount: 0 };
      if (delaySeconds > 0) putLater(letter, delaySeconds * 1_000);
      else put(letter);
    },
    depth: () => waiting.length + state.apart,
    close: () => {
      state.closed = true;
    },
  };
};
