import { setTimeout as delay } from 'node:timers/promises';
import { withLimit } from '../../../app/with-limit.ts';
import type { Placing } from '../cases/plan-placings.ts';
import type { Upload } from '../cases/upload.ts';
import type { PlacedKey } from '../check/check-key.ts';
import { versionIdsOf } from '../check/snapshot.ts';
import type { World } from '../world/world.ts';

export type Placed = Placing & {
  readonly uploads: readonly Upload[];
  readonly keys: readonly PlacedKey[];
};

/** A few objects come one after the other, so that each is timed alone; many come as fast as they are taken. */
export const MOST_PACED = 100;
const PACE = 200; // milliseconds from one placing to the next
const AT_ONCE = 24;

const place = async (world: World, { demoCase, key }: Placing): Promise<Placed> => {
  const uploads = await demoCase.place(world, key);
  const buckets = new Set(uploads.map(({ bucket }) => bucket));
  const model = world.model.state();
  return {
    demoCase,
    key,
    uploads,
    keys: [...buckets].map((bucket) => ({
      bucket,
      key,
      stack: versionIdsOf(model, { bucket, key }),
    })),
  };
};

export type PlaceOptions = {
  readonly paced: boolean;
  readonly signal: AbortSignal;
  readonly onPlaced: (placed: Placed) => void;
};

export const placeAll = async (
  world: World,
  placings: readonly Placing[],
  { paced, signal, onPlaced }: PlaceOptions,
): Promise<readonly Placed[]> => {
  const start = performance.now();
  return withLimit(placings, paced ? placings.length : AT_ONCE, async (placing, index) => {
    if (paced) {
      const wait = start + index * PACE - performance.now();
      await delay(Math.max(wait, 0), undefined, { signal });
    }
    signal.throwIfAborted();
    const placed = await place(world, placing);
    onPlaced(placed);
    return placed;
  });
};
