import type { Leftovers } from '../check/leftovers.ts';

type Whole = {
  readonly drained: boolean;
  readonly leftovers: Leftovers;
  readonly mayLeave: boolean; // what an attempt did whose answer was lost
  readonly strays: number;
  readonly others: number;
  readonly actsMissing: number;
  readonly open: number;
  readonly dlq: number;
  readonly silent: number;
};

/** What is wrong with the run as a whole, for people. */
export const wholeProblems = (whole: Whole): readonly string[] => {
  const { drained, leftovers, mayLeave, strays, others, actsMissing, open, dlq, silent } = whole;
  const { strange, openUploads, olderCopies } = leftovers;
  return [
    ...(drained ? [] : ['messages are still queued']),
    ...strange.map((one) => `${one} is there, and nobody put it`),
    ...(openUploads > 0 && !mayLeave ? [`${openUploads} open uploads were left behind`] : []),
    ...(olderCopies > 0 && !mayLeave
      ? [`${olderCopies} copies in quarantine were made twice`]
      : []),
    ...(strays > 0 ? [`${strays} records are about objects that nobody put`] : []),
    ...(others > 0 ? [`${others} records are about no object`] : []),
    ...(actsMissing > 0 ? [`${actsMissing} records of who released what are missing`] : []),
    ...(open > 0 ? [`${open} intents were never closed`] : []),
    ...(dlq > 0 ? [`${dlq} dead letters`] : []),
    ...(silent > 0 ? [`${silent} records should have been alerted`] : []),
  ];
};
