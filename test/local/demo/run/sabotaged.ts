import { isAsExpected } from '../../../../local/demo/run/demo-result.ts';
import { runDemo, type RunOptions } from '../../../../local/demo/run/run-demo.ts';
import { problemsOf } from '../../../../local/demo/show/summary.ts';
import type { World } from '../../../../local/demo/world/world.ts';
import { withWorld } from '../with-world.ts';

export const { signal } = new AbortController();
export const patience = { quiet: 300, stuck: 2_000, ledger: 300 };

/** Does something to the object whose story ended last, before anything is looked at. */
export const sabotaged = async (
  options: Pick<RunOptions, 'cases' | 'objects'>,
  sabotage: (world: World) => Promise<unknown>,
  bend: (world: World) => World = (world) => world,
  where: Parameters<typeof withWorld>[1] = {},
) =>
  withWorld(async (world) => {
    let done: Promise<unknown> | undefined;
    const result = await runDemo(
      {
        ...bend(world),
        queued: async () => {
          // the demo asks this once all has been settled
          done ??= sabotage(world);
          await done;
          return world.queued();
        },
      },
      { ...options, ...(where.faults === undefined && { patience }), signal },
    );
    return { ...result.numbers, problems: problemsOf(result), asExpected: isAsExpected(result) };
  }, where);
