import type { LedgerRecord } from './ledger-record.ts';

/** An intent that no record closes: what a container that died in between would leave behind. */
export type OpenIntent = {
  readonly intentId: string;
  readonly object: string; // ARN
  readonly openedBy: readonly string[]; // record ids
};

type Part = Pick<LedgerRecord, 'metadata' | 'resources' | 'unmapped'>;

/**
 * The intents that are opened and never closed. Sets, not counters: Firehose may deliver a record twice and in any
 * order, and an order that was sent twice is one intent. https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
 */
export const intentsOpen = (records: Iterable<Part>): readonly OpenIntent[] => {
  const opened = new Map<string, { readonly object: string; readonly by: Set<string> }>();
  const closed = new Set<string>();
  for (const { metadata, resources, unmapped } of records) {
    const { intent, closes } = unmapped.sealward;
    if (intent !== undefined) {
      const open = opened.get(intent.intentId) ?? { object: resources[0].uid, by: new Set() };
      open.by.add(metadata.uid);
      opened.set(intent.intentId, open);
    }
    if (closes !== undefined) {
      closed.add(closes.intentId);
    }
  }
  return [...opened]
    .filter(([intentId]) => !closed.has(intentId))
    .map(([intentId, { object, by }]) => ({ intentId, object, openedBy: [...by].toSorted() }))
    .toSorted((a, b) => (a.intentId < b.intentId ? -1 : 1));
};
