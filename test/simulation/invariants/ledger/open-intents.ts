import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { SealwardDetail } from '../../../../core/ledger/sealward-detail.ts';
import type { Intent } from './order-holds.ts';
import { detailOf, nameOf, placeOf, shown } from './record-of.ts';

/**
 * The intents that nothing has ended: no record closes them, and, where no order was sent that somebody has to answer,
 * no later verdict is about the same version.
 */
export const openIntents = (
  intents: ReadonlyMap<string, readonly Intent[]>,
  ordered: ReadonlySet<string>,
  records: readonly LedgerRecord[],
): readonly string[] => {
  if (intents.size === 0) return [];
  const closed = new Set(records.map((record) => detailOf(record).closes?.intentId));
  const open = [...intents].filter(([id]) => !closed.has(id));
  if (open.length === 0) return [];
  const ends = lastEnds(records, () => true);
  // of a message that named no version: it speaks of whichever version it meant
  const unseen = lastEnds(records, ({ kind }) => kind === 'indeterminate' || kind === 'gone');
  return open.flatMap(([id, opened]) => {
    const last = opened.at(-1);
    if (last === undefined) return [];
    const words = `an intent to ${last.kind} ${shown(last)} is open`;
    if (ordered.has(id)) return [`${words}: its order was never answered`];
    const about = [
      ends.get(nameOf(last.bucket, last.key, last.version ?? 'null')),
      unseen.get(nameOf(last.bucket, last.key, 'null')),
    ];
    const isOver = about.some(
      (end) =>
        end !== undefined &&
        (end.index > last.index || end.time > last.record.time) &&
        end.intentId !== id,
    );
    return isOver ? [] : [`${words}: its order was never sent, and no verdict came after it`];
  });
};

type End = { readonly index: number; readonly time: number; readonly intentId: string | undefined };

/** The last verdict on each version. */
const lastEnds = (
  records: readonly LedgerRecord[],
  counts: (detail: SealwardDetail) => boolean,
): ReadonlyMap<string, End> => {
  const ends = new Map<string, End>();
  records.forEach((record, index) => {
    const detail = detailOf(record);
    const { verdict, intent } = detail;
    const place = placeOf(record);
    if (place === undefined || verdict === undefined || !counts(detail)) return;
    const name = nameOf(place.bucket, place.key, place.version ?? 'null');
    ends.set(name, { index, time: record.time, intentId: intent?.intentId });
  });
  return ends;
};
