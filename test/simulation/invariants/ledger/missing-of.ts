import { createHash } from 'node:crypto';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { Invocation, QueueMessage } from '../../steps/step.ts';
import { isUnpinnedHeld, type NamedRef, readOrder, readTrigger, refsIn } from './read-body.ts';
import { detailOf, placeOf } from './record-of.ts';

/** What one invocation has left behind that lasts. */
export type Left = { readonly records: LedgerRecord[]; readonly sent: QueueMessage[] };

const sha256 = (body: string): string => createHash('sha256').update(body).digest('hex');

const hasEvidence = (body: string, { records }: Left): boolean => {
  const hash = sha256(body);
  return records.some((record) => detailOf(record).body?.sha256 === hash);
};

const hasNotice = (rule: string, { records }: Left): boolean =>
  records.some((record) => {
    const detail = detailOf(record);
    return detail.kind === 'breaker-opened' && detail.rule === rule;
  });

/** A verdict on exactly this ref, for this trigger, answering the same order. */
const isVerdictOn = (record: LedgerRecord, ref: NamedRef): boolean => {
  const place = placeOf(record);
  const { verdict, trigger, closes } = detailOf(record);
  return (
    verdict !== undefined &&
    place?.bucket === ref.bucket &&
    place.key === ref.key &&
    (ref.versionId === undefined || place.version === ref.versionId) &&
    trigger?.cause === ref.cause &&
    trigger.sequencer === ref.sequencer &&
    trigger.runId === ref.runId &&
    closes?.intentId === ref.returned?.intentId
  );
};

const missingOfRefs = (
  refs: readonly NamedRef[],
  left: Left,
  isEnough: (record: LedgerRecord) => boolean,
): string | undefined => {
  const missing = refs.find(
    (ref) => !left.records.some((record) => isVerdictOn(record, ref) && isEnough(record)),
  );
  return missing && `no record of ${JSON.stringify([missing.bucket, missing.key])}`;
};

/** What is missing of a message that the reader has taken off its queue. */
const missingOfTrigger = (
  { body }: QueueMessage,
  left: Left,
  ownBuckets: readonly string[],
): string | undefined => {
  const trigger = readTrigger(body);
  if ('notice' in trigger) {
    return hasNotice(trigger.notice.rule, left) ? undefined : 'no record of a notice';
  }
  if ('nothing' in trigger) return undefined;
  if ('ours' in trigger) return 'a message of another version of this code was taken as handled';
  if ('unreadable' in trigger && !hasEvidence(body, left)) {
    return 'no evidence of an unreadable message';
  }
  const refs = refsIn(body).filter(({ bucket }) => !ownBuckets.includes(bucket));
  return missingOfRefs(refs, left, ({ unmapped: { sealward } }) => sealward.cause !== 'gave-up');
};

/** What is missing of an order that its writer has taken off its queue: an answer, or the same order again. */
const missingOfOrder = ({ body, queue }: QueueMessage, { sent }: Left): string | undefined => {
  const read = readOrder(body);
  if (!('order' in read)) return 'a message that is no order was taken as handled';
  const { intentId, ref } = read.order;
  const isLookedAtFirst = isUnpinnedHeld(read);
  const isAnswered = sent.some((message) => {
    if (message.queue === queue) {
      const again = readOrder(message.body);
      return 'order' in again && again.order.intentId === intentId;
    }
    return refsIn(message.body).some(
      ({ bucket, key, returned }) =>
        bucket === ref.bucket &&
        key === ref.key &&
        (returned === undefined ? isLookedAtFirst : returned.intentId === intentId),
    );
  });
  return isAnswered ? undefined : 'no answer to an order';
};

const missingOfDeadLetter = ({ body }: QueueMessage, left: Left): string | undefined => {
  const read = readOrder(body);
  if ('order' in read) {
    const { intentId } = read.order;
    const isRecorded = left.records.some((record) => {
      const { kind, closes } = detailOf(record);
      return kind === 'failed' && closes?.intentId === intentId && closes.outcome === 'failed';
    });
    if (!isRecorded) return 'no record of an order that was given up';
    const isBack = left.sent.some(
      (message) =>
        message.queue === 'objects' &&
        refsIn(message.body).some(({ returned }) => returned?.intentId === intentId),
    );
    return isBack ? undefined : 'the object of an order that was given up is not judged again';
  }
  const trigger = readTrigger(body);
  if ('notice' in trigger) {
    return hasNotice(trigger.notice.rule, left) ? undefined : 'no record of a notice';
  }
  if ('nothing' in trigger) return undefined;
  if ('unreadable' in trigger && !hasEvidence(body, left)) {
    return 'no evidence of an unreadable dead letter';
  }
  return missingOfRefs(
    refsIn(body),
    left,
    ({ unmapped: { sealward } }) => sealward.cause === 'gave-up',
  );
};

/** What is missing of a message that left its queue as handled, or `undefined`. */
export const missingOf = (
  message: QueueMessage,
  { function: name }: Invocation,
  left: Left,
  ownBuckets: readonly string[],
): string | undefined => {
  switch (name) {
    case 'judge-object':
      return missingOfTrigger(message, left, ownBuckets);
    case 'close-dead-letter':
      return missingOfDeadLetter(message, left);
    default:
      return missingOfOrder(message, left);
  }
};
