import { breakerOpenedRecord } from '../core/ledger/breaker-opened-record.ts';
import { unreadableMessageRecord } from '../core/ledger/dead-letter-record.ts';
import type { StackOrders } from '../core/orders/gate-plan.ts';
import { inTime } from './in-time.ts';
import type { JudgedRef } from './judge-ref.ts';
import type { Complain, FailedIds, QueuedMessage } from './message.ts';
import { openMessages, type Task } from './open-messages.ts';
import { type Entry, settle, type SettlePorts } from './settle.ts';
import { toEntry } from './to-entry.ts';
import { withLimit } from './with-limit.ts';

export type JudgeMessagesPorts = SettlePorts & {
  readonly judgeRef: (ref: Task['triggered']) => Promise<JudgedRef>;
  readonly ownBuckets: ReadonlySet<string>;
  readonly stack: StackOrders;
  readonly atOnce: number; // refs under way at the same time
};

/** Milliseconds that settling a batch may take: what is not judged by then goes back to the queue. */
export const TIME_TO_SETTLE = 10_000;

/**
 * The reader: judges every ref of a batch, then records, orders and alerts. Answers the messages that must be
 * delivered again: those not judged, or not settled whole. Notices of a writer are settled with them, and as
 * evidence what nobody understands.
 */
export const createJudgeMessages =
  (ports: JudgeMessagesPorts, complain: Complain) =>
  async (messages: readonly QueuedMessage[], timeLeft: () => number): Promise<FailedIds> => {
    const { tasks, notices, unreadable, later } = openMessages(messages, ports.ownBuckets);
    const judged = await withLimit(tasks, ports.atOnce, async (task) =>
      judgeInTime(ports, task, timeLeft, complain),
    );
    const context = { ...ports.ledger, now: ports.now() };
    const entries: Entry[] = [
      ...notices.map(({ id, notice }) => ({
        messages: new Set([id]),
        record: breakerOpenedRecord(notice, context),
      })),
      ...unreadable.map(({ id, body, queueArn }) => ({
        messages: new Set([id]),
        record: unreadableMessageRecord(body, queueArn, context),
      })),
    ];
    const failed = new Set(later);
    for (const [index, task] of tasks.entries()) {
      const one = judged[index];
      if (one === undefined) {
        task.messages.forEach((id) => failed.add(id));
      } else {
        entries.push(toEntry(task, one, ports.stack, ports.ledger));
      }
    }
    const settled = new Set(await settle(ports, entries, complain));
    for (const entry of entries.filter((one) => !settled.has(one))) {
      entry.messages.forEach((id) => failed.add(id));
    }
    return failed;
  };

/** `undefined` where the queue must deliver it again. */
const judgeInTime = async (
  { judgeRef }: JudgeMessagesPorts,
  { triggered }: Task,
  timeLeft: () => number,
  complain: Complain,
): Promise<JudgedRef | undefined> => {
  if (timeLeft() < TIME_TO_SETTLE) {
    complain('not begun: too little time left', { ...triggered });
    return undefined;
  }
  try {
    return await inTime(judgeRef(triggered), timeLeft() - TIME_TO_SETTLE);
  } catch (error) {
    complain('could not be judged', { ...triggered, error });
    return undefined;
  }
};
