import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withLimit } from '../../app/with-limit.ts';

it('answers in the order of the items, never with more than the limit under way', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat()),
      fc.integer({ min: 1, max: 5 }),
      fc.scheduler(),
      async (items, limit, scheduler) => {
        let underWay = 0;
        let most = 0;
        const run = withLimit(items, limit, async (item) => {
          underWay += 1;
          most = Math.max(most, underWay);
          await scheduler.schedule(Promise.resolve());
          underWay -= 1;
          return item * 2;
        });
        await scheduler.waitFor(run);
        expect(await run).toEqual(items.map((item) => item * 2));
        expect(most).toBe(Math.min(limit, items.length));
      },
    ),
  );
});
