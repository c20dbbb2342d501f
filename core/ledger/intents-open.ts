import type { LedgerRecord } from './ledger-record.ts';

/** An intent that nothing has ended yet: an order under way, or a fault. */
export type OpenIntent = {
  readonly intentId: string;
  readonly object: string; // ARN
  readonly openedBy: readonly string[]; // record ids
};

type Part = Pick<LedgerRecord, 'metadata' | 'resources' | 'time' | 'unmapped'>;

type Opened = {
  readonly object: string;
  readonly version: string;
  lastly: number;
  by: Set<string>;
};

/**
 * The intents that are open. One ends with the record that closes it, or, where its order was never sent, with a
 * later verdict on the same version that does not intend the same again: one that decided something, or that its
 * message was given up; a message that names no version is given up for whichever version it meant. Sets and times,
 * not counters: Firehose may deliver twice and in any order. https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
 */
export const intentsOpen = (records: Iterable<Part>): readonly OpenIntent[] => {
  const opened = new Map<string, Opened>();
  const closed = new Set<string>();
  const verdicts = new Map<string, { time: number; intends: string | undefined }[]>(); // of a version or an object
  for (const { metadata, resources, time, unmapped } of records) {
    const { kind, cause, intent, closes } = unmapped.sealward;
    const [{ uid: object, version: versionId }] = resources;
    // an object of a bucket without versions is its null version once versioning is on
    const version = JSON.stringify([object, versionId ?? 'null']);
    const intends = intent?.intentId;
    if (kind !== 'indeterminate' || cause === 'gave-up') {
      const about = cause === 'gave-up' && versionId === undefined ? object : version;
      const known = verdicts.get(about) ?? [];
      known.push({ time, intends });
      verdicts.set(about, known);
    }
    if (intends !== undefined) {
      const open = opened.get(intends) ?? { object, version, lastly: time, by: new Set() };
      open.by.add(metadata.uid);
      open.lastly = Math.max(open.lastly, time);
      opened.set(intends, open);
    }
    if (closes !== undefined) {
      closed.add(closes.intentId);
    }
  }
  const isOver = ([intentId, { object, version, lastly }]: [string, Opened]): boolean =>
    closed.has(intentId) ||
    [version, object]
      .flatMap((about) => verdicts.get(about) ?? [])
      .some(({ time, intends }) => time > lastly && intends !== intentId);
  return [...opened]
    .filter((entry) => !isOver(entry))
    .map(([intentId, { object, by }]) => ({ intentId, object, openedBy: [...by].toSorted() }))
    .toSorted((a, b) => (a.intentId < b.intentId ? -1 : 1));
};
