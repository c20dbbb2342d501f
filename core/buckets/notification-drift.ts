import type { BucketNotification } from './bucket-notification.ts';

/** How what is there differs from what was written. Entries are named by their id, or whole where they have none. */
export type NotificationDrift = {
  readonly missing: readonly string[];
  readonly unexpected: readonly string[];
};

/** `undefined` where both notify the same. S3 may answer entries, and members of entries, in any order. */
export const notificationDrift = (
  wanted: BucketNotification,
  found: BucketNotification,
): NotificationDrift | undefined => {
  const missing = without(entriesOf(wanted), entriesOf(found));
  const unexpected = without(entriesOf(found), entriesOf(wanted));
  return missing.length === 0 && unexpected.length === 0 ? undefined : { missing, unexpected };
};

type Entry = { readonly name: string; readonly text: string };

const entriesOf = ({
  topics,
  queues,
  functions,
  eventBridge,
}: BucketNotification): readonly Entry[] => [
  ...topics.map((entry) => toEntry('topic', entry)),
  ...queues.map((entry) => toEntry('queue', entry)),
  ...functions.map((entry) => toEntry('function', entry)),
  ...(eventBridge ? [{ name: 'EventBridgeConfiguration', text: 'EventBridgeConfiguration' }] : []),
];

const toEntry = (destination: string, entry: object): Entry => {
  const text = `${destination} ${JSON.stringify(sorted(entry))}`;
  const id = 'Id' in entry && typeof entry.Id === 'string' ? entry.Id : undefined;
  return { name: id === undefined ? text : `${destination} ${id}`, text };
};

const without = (entries: readonly Entry[], others: readonly Entry[]): readonly string[] => {
  const known = new Set(others.map(({ text }) => text));
  return entries.filter(({ text }) => !known.has(text)).map(({ name }) => name);
};

/** The same value with its members in one fixed order. Lists of event names and filter rules are sets. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value
      .map(sorted)
      .map((item) => JSON.stringify(item))
      .toSorted();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
};
