import { type Tally, totalOf } from './tally.ts';

/** For the line that a waiting person watches. */
export const showProgress = (tally: Tally): string => {
  const undecided = tally.indeterminate + tally.failed;
  return `checked ${totalOf(tally)}, ${tally.violation} in violation, ${undecided} undecided`;
};
