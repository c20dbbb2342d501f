import type { CallStep, Invocation } from '../../steps/step.ts';
import { changesOf } from './changes.ts';

/** What invocations wrote into one bucket, and when, in the numbers of `Looks`. */
export const createWritten = (bucket: string) => {
  const writes = new Map<string, { readonly at: number; readonly by: number }[]>();
  return {
    note: (step: CallStep, at: number): void => {
      const { by } = step;
      if (by === 'user') return;
      for (const { name, keys } of changesOf(step)) {
        if (name !== bucket) continue;
        for (const { key } of keys) {
          writes.set(key, [...(writes.get(key) ?? []), { at, by: by.id }]);
        }
      }
    },
    lastAt: (key: string): number => writes.get(key)?.at(-1)?.at ?? -1,
    byOthersSince: (key: string, { id }: Invocation, then: number): boolean =>
      (writes.get(key) ?? []).some(({ at, by }) => by !== id && at > then),
  };
};

export type Written = ReturnType<typeof createWritten>;
