import type { Finding } from '../invariant.ts';
import { detailOf } from '../ledger/record-of.ts';
import { violation, windowOf } from '../ledger/violation.ts';
import { trueTimes } from './clock.ts';
import type { Reading } from './readings.ts';

/** Two records that say the same: which of them is called the last is nobody's concern. */
const isAlike = ({ record: one }: Reading, { record: other }: Reading): boolean => {
  const [a, b] = [detailOf(one), detailOf(other)];
  return (
    a.verdict === b.verdict &&
    a.rule === b.rule &&
    one.resources[0].data?.etag === other.resources[0].data?.etag &&
    JSON.stringify(a.encryption) === JSON.stringify(b.encryption)
  );
};

const SKEWED = 'clocks-of-two-containers'; // an older reading has the later time
const OVERLAP = 'change-that-no-event-tells'; // two readings at the same time, and it in between

export const VERDICT_WINDOWS = [SKEWED, OVERLAP];

/** The record with the latest time has to be that of the latest reading. */
export const judgeDates = (read: Reading, dated: Reading): Finding | undefined => {
  if (isAlike(read, dated)) return undefined;
  const [late, early] = [
    trueTimes(dated.record.time, dated.by),
    trueTimes(read.record.time, read.by),
  ];
  if (late.from <= early.to) return windowOf(8, SKEWED);
  return read.beganAt <= dated.readAt
    ? windowOf(8, OVERLAP)
    : violation(8, 'an older reading has the later time');
};
