/**
 * Keeps answers for `milliseconds`, and at most `most` of them: DescribeKey has a quota, and a thousand objects
 * under one key need one answer. What is under way is shared; what failed is asked again.
 */
export const remember = <Name extends string, Answer>(
  ask: (name: Name) => Promise<Answer>,
  {
    milliseconds,
    most,
    now,
    isWorthIt = () => true,
  }: {
    milliseconds: number;
    most: number;
    now: () => Date;
    isWorthIt?: (answer: Answer) => boolean; // what was denied a moment ago may be granted by now
  },
): ((name: Name) => Promise<Answer>) => {
  const kept = new Map<Name, { readonly until: number; readonly answer: Promise<Answer> }>();
  return async (name) => {
    const time = now().getTime();
    const known = kept.get(name);
    if (known !== undefined && known.until > time) {
      return known.answer;
    }
    kept.delete(name);
    const [oldest] = kept.keys();
    if (kept.size >= most && oldest !== undefined) {
      kept.delete(oldest);
    }
    const answer = ask(name);
    kept.set(name, { until: time + milliseconds, answer });
    try {
      const fresh = await answer;
      if (!isWorthIt(fresh)) {
        kept.delete(name);
      }
      return fresh;
    } catch (error) {
      kept.delete(name);
      throw error;
    }
  };
};
