/**
 * Results in the order of the items, with at most `limit` at work. Where the source fails, what was begun is
 * still handed out before the failure is.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  limit: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result, void, undefined> {
  const begun: Promise<Result>[] = [];
  let failure: { readonly error: unknown } | undefined;
  try {
    for await (const item of items) {
      const result = work(item);
      result.catch(() => undefined); // it is awaited below, but maybe later than it rejects
      begun.push(result);
      const first = begun.length >= limit ? begun.shift() : undefined;
      if (first !== undefined) yield await first;
    }
  } catch (error) {
    failure = { error };
  }
  for (const result of begun) yield await result;
  if (failure !== undefined) throw failure.error;
}
