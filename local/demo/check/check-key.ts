import type { ObjectName } from './snapshot.ts';
import { stackChanges } from './differences.ts';
import type { WriteStep } from './trace.ts';
import { updatesWithoutIntent } from './write-order.ts';

/** A key, and the ids of its versions when its case was done with it. */
export type PlacedKey = Pick<ObjectName, 'bucket' | 'key'> & { readonly stack: readonly string[] };

export type CheckedKey = {
  readonly problems: readonly string[];
  readonly versionsLost: number;
};

/** Compares what is a key's rather than a version's: its stack, and in which order it was written to. */
export const checkKey = (
  { stack }: PlacedKey,
  stackNow: readonly string[],
  steps: readonly WriteStep[],
): CheckedKey => {
  const { lost, differs } = stackChanges(stack, stackNow);
  const early = updatesWithoutIntent(steps);
  return {
    versionsLost: lost.length,
    problems: [
      ...(differs ? [`its versions are ${stackNow.join(', ')}, expected ${stack.join(', ')}`] : []),
      ...(early > 0 ? [`${early} updates reached S3 before their intent was in the ledger`] : []),
    ],
  };
};
