import { expect, it } from '@jest/globals';
import { isAsExpected } from '../../local/demo/run/demo-result.ts';
import { runDemo } from '../../local/demo/run/run-demo.ts';
import { startDeployed } from '../../local/demo/run/start-world.ts';
import { problemsOf } from '../../local/demo/show/summary.ts';
import { describeWithPython } from '../local/stand-in/python-here.ts';

const SEED = 7;

describeWithPython('the demo under faults, on the deployed stack', () => {
  it('ends every kind of object exactly as it does without them', async () => {
    const world = await startDeployed({ faults: SEED, step: async (_doing, work) => work() });
    try {
      const result = await runDemo(world, { signal: new AbortController().signal });
      expect(problemsOf(result)).toEqual([]);
      expect(isAsExpected(result)).toBe(true);
      const { faults, ...counts } = result.numbers;
      expect(counts).toMatchObject({
        objects: 61,
        copied: 5,
        isolated: 5,
        quarantined: 4,
        released: 1,
        unsettled: 0,
        intentsOpen: 0,
        dlq: 0,
        deployed: true,
      });
      // dealt for sure, among some hundred calls; batches in a storm may be too few for a partial one
      const { partial: _, ...calls } = faults?.calls ?? { partial: 0 };
      expect(Object.values(calls)).toHaveLength(7);
      expect(Object.values(calls)).not.toContain(0);
      expect(faults?.exhausted).toBeGreaterThan(0);
    } finally {
      await world.stop();
    }
  }, 300_000);
});
