import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inOrder } from '../../../cli/check/in-order.ts';

async function* breaksOff(): AsyncGenerator<number> {
  yield 1;
  yield 2;
  await Promise.reject(new Error('the listing broke off'));
}

describe('inOrder', () => {
  it('keeps the order of the items, and never more than the limit at work', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.integer(), { maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        async (scheduler, items, limit) => {
          let atWork = 0;
          let most = 0;
          const results = Array.fromAsync(
            inOrder(items, limit, async (item) => {
              atWork += 1;
              most = Math.max(most, atWork);
              await scheduler.schedule(Promise.resolve());
              atWork -= 1;
              return item * 2;
            }),
          );
          await scheduler.waitFor(results);
          expect(await results).toEqual(items.map((item) => item * 2));
          expect(most).toBeLessThanOrEqual(limit);
        },
      ),
    );
  });

  it('works on as many items at once as it may', async () => {
    const begun: number[] = [];
    const results = inOrder([1, 2, 3, 4], 3, (item) => {
      begun.push(item);
      return Promise.resolve(item);
    });
    await results.next();
    expect(begun).toEqual([1, 2, 3]);
  });

  it('hands out what was begun before the failure of its source', async () => {
    const seen: number[] = [];
    const run = async (): Promise<void> => {
      for await (const result of inOrder(breaksOff(), 8, (item) => Promise.resolve(item))) {
        seen.push(result);
      }
    };
    await expect(run()).rejects.toThrow('the listing broke off');
    expect(seen).toEqual([1, 2]);
  });
});
