import { describe, expect, it } from '@jest/globals';
import { isAsExpected } from '../../../../local/demo/run/demo-result.ts';
import { runDemo } from '../../../../local/demo/run/run-demo.ts';
import { problemsOf } from '../../../../local/demo/show/summary.ts';
import { withWorld } from '../with-world.ts';
import { signal } from './sabotaged.ts';

describe('the demo, in one process', () => {
  it('ends every kind of object exactly as expected', async () => {
    const result = await withWorld(async (world) => runDemo(world, { objects: 123, signal }), {
      guarded: true,
    });
    expect(problemsOf(result)).toEqual([]);
    expect(isAsExpected(result)).toBe(true);
    expect(result.numbers).toMatchObject({
      objects: 123,
      released: 1,
      unsettled: 0,
      unexpected: 0,
      bytesChanged: 0,
      versionsLost: 0,
      strays: 0,
      intentsOpen: 0,
      dlq: 0,
      deployed: false,
    });
  }, 60_000);

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort();
    await expect(
      withWorld(async (world) => runDemo(world, { objects: 1, signal: stopped })),
    ).rejects.toMatchObject({ name: 'AbortError' });
  });
});
