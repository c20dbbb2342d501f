import type { Placing } from '../cases/plan-placings.ts';
import { createTraces, type Traces } from '../check/trace.ts';
import type { World } from '../world/world.ts';
import { announceSettled, type Settled } from './announce-settled.ts';
import { MOST_PACED, type Placed, placeAll } from './place-all.ts';
import { afterMs, waitUntil } from './wait-until.ts';

/** How long is waited for what does not come, in milliseconds. */
export type Patience = {
  readonly quiet: number; // without a record, and nothing queued: no more will come
  readonly stuck: number; // longer than a message that failed once stays invisible
  readonly ledger: number; // for what passed to lie in the ledger
};

export type WaitOptions = {
  readonly placings: readonly Placing[];
  readonly patience: Patience;
  readonly onSettled: (settled: Settled) => void;
  readonly signal: AbortSignal;
};

/** What was put, and what was seen of it by the time that nothing more was to come. */
export type Story = {
  readonly placed: readonly Placed[];
  readonly traces: Traces;
  readonly seconds: number; // first PUT to last record
  readonly drained: boolean; // no message is left in a queue
};

export const putAndWait = async (
  world: World,
  { placings, patience, onSettled, signal }: WaitOptions,
): Promise<Story> => {
  const traces = createTraces(world);
  const settling = announceSettled(traces, onSettled);
  const paced = placings.length <= MOST_PACED;
  const start = performance.now();
  const put = async (some: readonly Placing[]): Promise<readonly Placed[]> => {
    const placed = await placeAll(world, some, {
      paced,
      signal,
      onPlaced: ({ uploads }) => settling.add(uploads),
    });
    await waitUntil(() => settling.left() === 0, isHopeless(world, traces, patience), signal);
    return placed;
  };
  // The first of a few goes alone: it finds the functions cold, and no others in its way.
  const alone = paced ? 1 : 0;
  const placed = [...(await put(placings.slice(0, alone))), ...(await put(placings.slice(alone)))];
  const seconds = (traces.lastSeenAt() - start) / 1_000;
  const isDrained = async (): Promise<boolean> => (await world.queued()) === 0;
  const drained = await waitUntil(isDrained, afterMs(patience.quiet), signal);
  return { placed, traces, seconds, drained };
};

const isHopeless = (world: World, traces: Traces, { quiet, stuck }: Patience) => {
  const start = performance.now();
  return async (): Promise<boolean> => {
    const since = performance.now() - Math.max(traces.lastSeenAt(), start);
    return since > stuck || (since > quiet && (await world.queued()) === 0);
  };
};
