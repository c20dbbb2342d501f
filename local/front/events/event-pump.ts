import { setTimeout as delay } from 'node:timers/promises';
import { headBatch, type Outgoing } from './outgoing.ts';

export type EventPump = {
  readonly push: (items: readonly Outgoing[]) => void;
  readonly idle: () => Promise<void>; // resolves when all is delivered; rejects if anything was given up
  readonly close: () => void;
};

export type EventPumpOptions = {
  readonly send: (batch: readonly Outgoing[]) => Promise<void>;
  readonly onGivenUp: (error: Error, batch: readonly Outgoing[]) => void;
  readonly retryDelaysMs?: readonly number[];
};

const RETRY_DELAYS_MS = [20, 100, 500, 1_000, 2_000];

/**
 * One request in flight at a time, so that events leave in the order in which S3 made them. A batch of
 * which one entry failed is sent again whole: S3 too delivers at least once.
 */
export const createEventPump = (options: EventPumpOptions): EventPump => {
  const { send, onGivenUp, retryDelaysMs = RETRY_DELAYS_MS } = options;
  const queue: Outgoing[] = [];
  const state: { running: Promise<void> | undefined; closed: boolean } = {
    running: undefined,
    closed: false,
  };
  const givenUp: Error[] = [];

  const deliver = async (batch: readonly Outgoing[]): Promise<void> => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await send(batch);
      } catch (error) {
        const wait = retryDelaysMs[attempt];
        if (state.closed) return;
        if (wait === undefined) {
          const failure = error instanceof Error ? error : new Error(String(error));
          givenUp.push(failure);
          return onGivenUp(failure, batch);
        }
        await delay(wait, undefined, { ref: false });
      }
    }
  };

  const run = async (): Promise<void> => {
    while (queue.length > 0 && !state.closed) {
      const batch = headBatch(queue);
      queue.splice(0, batch.length);
      await deliver(batch);
    }
    state.running = undefined;
  };

  return {
    push: (items) => {
      queue.push(...items);
      if (queue.length > 0) state.running ??= run();
    },
    idle: async () => {
      while (state.running !== undefined) await state.running;
      if (givenUp.length > 0)
        throw new Error(
          `${givenUp.length} S3 event batches could not be delivered: ${givenUp[0]?.message}`,
        );
    },
    close: () => {
      state.closed = true;
      queue.length = 0;
    },
  };
};
