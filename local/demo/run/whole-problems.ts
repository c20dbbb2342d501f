type Whole = {
  readonly drained: boolean;
  readonly strays: number;
  readonly others: number;
  readonly actsMissing: number;
  readonly open: number;
  readonly dlq: number;
  readonly silent: number;
};

/** What is wrong with the run as a whole, for people. */
export const wholeProblems = (whole: Whole): readonly string[] => {
  const { drained, strays, others, actsMissing, open, dlq, silent } = whole;
  return [
    ...(drained ? [] : ['messages are still queued']),
    ...(strays > 0 ? [`${strays} records are about objects that nobody put`] : []),
    ...(others > 0 ? [`${others} records are about no object`] : []),
    ...(actsMissing > 0 ? [`${actsMissing} records of who released what are missing`] : []),
    ...(open > 0 ? [`${open} intents were never closed`] : []),
    ...(dlq > 0 ? [`${dlq} dead letters`] : []),
    ...(silent > 0 ? [`${silent} records should have been alerted`] : []),
  ];
};
