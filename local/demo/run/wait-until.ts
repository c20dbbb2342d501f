import { setTimeout as delay } from 'node:timers/promises';

/** Asks again and again until the answer is yes, or until `giveUp` says that it will never be. */
export const waitUntil = async (
  isSo: () => boolean | Promise<boolean>,
  giveUp: () => boolean | Promise<boolean>,
  signal: AbortSignal,
): Promise<boolean> => {
  while (!(await isSo())) {
    if (await giveUp()) return false;
    await delay(50, undefined, { signal });
  }
  return true;
};

export const afterMs = (ms: number): (() => boolean) => {
  const deadline = performance.now() + ms;
  return () => performance.now() > deadline;
};
