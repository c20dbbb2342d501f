import type { Invocation } from '../../steps/step.ts';

/** How wrong a container's clock goes at most where a run does not say how wrong it is, in milliseconds. */
export const MOST_SKEW = 60_000;

/**
 * The true times, in epoch milliseconds, at which a container that told `time` may have looked at its clock. `skew` is
 * how wrong that clock goes, where the run says it.
 */
export const trueTimes = (
  time: number,
  by: Invocation & { readonly skew?: number },
): { readonly from: number; readonly to: number } => {
  const { skew } = by;
  return skew === undefined
    ? { from: time - MOST_SKEW, to: time + MOST_SKEW }
    : { from: time - skew, to: time - skew };
};
