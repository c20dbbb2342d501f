import { createBuckets, guardSome } from '../../../local/demo/stage/buckets.ts';
import {
  type InProcessOptions,
  startInProcessWorld,
} from '../../../local/demo/world/in-process-world.ts';
import type { World } from '../../../local/demo/world/world.ts';

/** The demo's account in this very process: no Python, and a few milliseconds to start. */
export const withWorld = async <Made>(
  use: (world: World) => Promise<Made>,
  {
    guarded = false, // takes seconds, and only what is isolated needs it
    ...options
  }: InProcessOptions & { readonly guarded?: boolean } = {},
): Promise<Made> => {
  const world = await startInProcessWorld(options);
  try {
    await createBuckets(world);
    if (guarded) await guardSome(world);
    return await use(world);
  } finally {
    await world.stop();
  }
};
