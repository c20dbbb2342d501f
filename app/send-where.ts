import type { Complain } from './message.ts';

/** Sends a list and answers the indexes that did NOT arrive durably, after its own retries. */
export type SendAll<Item> = (items: readonly Item[]) => Promise<ReadonlySet<number>>;

/**
 * Sends what each entry asks for, if it asks for anything. Answers the entries with nothing left behind; a send
 * that failed whole left everything behind, and whoever calls gives the messages back to their queue.
 */
export const sendWhere = async <Entry, Item extends object>(
  entries: readonly Entry[],
  toItem: (entry: Entry) => Item | undefined,
  what: string,
  send: SendAll<Item>,
  complain: Complain,
): Promise<readonly Entry[]> => {
  const asking = entries.flatMap((entry) => {
    const item = toItem(entry);
    return item === undefined ? [] : [{ entry, item }];
  });
  if (asking.length === 0) {
    return entries;
  }
  const missing = await send(asking.map(({ item }) => item)).catch((error: unknown) => {
    complain(`${what} could not be sent`, { count: asking.length, error });
    return new Set(asking.keys());
  });
  if (missing.size > 0) {
    complain(`${what} did not arrive`, { count: missing.size });
  }
  const lost = new Set(asking.filter((_, index) => missing.has(index)).map(({ entry }) => entry));
  return entries.filter((entry) => !lost.has(entry));
};
