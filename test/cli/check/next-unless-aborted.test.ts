import { describe, expect, it } from '@jest/globals';
import { nextUnlessAborted } from '../../../cli/check/next-unless-aborted.ts';

const never: AsyncIterator<number, void> = { next: () => new Promise(() => undefined) };

describe('nextUnlessAborted', () => {
  it('is the next step', async () => {
    const steps = (async function* () {
      yield 1;
    })();
    const { signal } = new AbortController();
    expect(await nextUnlessAborted(steps, signal)).toEqual({ done: false, value: 1 });
    expect(await nextUnlessAborted(steps, signal)).toEqual({ done: true, value: undefined });
  });

  it('does not wait for a step once it is aborted', async () => {
    const controller = new AbortController();
    const step = nextUnlessAborted(never, controller.signal);
    controller.abort();
    expect(await step).toBe('aborted');
    expect(await nextUnlessAborted(never, controller.signal)).toBe('aborted');
  });

  it('fails where the step fails', async () => {
    const steps = { next: () => Promise.reject(new Error('no')) };
    await expect(nextUnlessAborted(steps, new AbortController().signal)).rejects.toThrow('no');
  });
});
