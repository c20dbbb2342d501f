import type { JudgedRef } from './judge-ref.ts';
import type { Complain, FailedIds, Message } from './message.ts';
import { openMessages, type Task } from './open-messages.ts';
import { settle, type SettlePorts } from './settle.ts';
import { withLimit } from './with-limit.ts';

export type JudgeMessagesPorts = SettlePorts & {
  readonly judgeRef: (ref: Task['triggered']) => Promise<JudgedRef>;
  readonly ownBuckets: ReadonlySet<string>;
  readonly atOnce: number; // refs under way at the same time
};

/** Milliseconds that settling a batch may take: a ref that could not be settled in time is not begun. */
export const TIME_TO_SETTLE = 8_000;

/**
 * The reader: judges every ref of a batch, then records, orders and alerts. Answers the messages that must be
 * delivered again: those not understood, not judged, or not durably recorded.
 */
export const createJudgeMessages =
  (ports: JudgeMessagesPorts, complain: Complain) =>
  async (messages: readonly Message[], timeLeft: () => number): Promise<FailedIds> => {
    const { tasks, unreadable } = openMessages(messages, ports.ownBuckets, complain);
    const failed = new Set(unreadable);
    const judged = await withLimit(tasks, ports.atOnce, async (task) => {
      if (timeLeft() < TIME_TO_SETTLE) {
        complain('not begun: too little time left', { ...task.triggered });
        return undefined;
      }
      try {
        return { task, judged: await ports.judgeRef(task.triggered) };
      } catch (error) {
        complain('could not be judged', { ...task.triggered, error });
        return undefined; // counted below: its messages go back to the queue
      }
    });
    const done = judged.filter((one) => one !== undefined);
    const settled = await settle(ports, done, complain);
    for (const [index, { messages: ids }] of tasks.entries()) {
      const one = judged[index];
      if (one === undefined || !settled.has(one.task)) {
        ids.forEach((id) => failed.add(id));
      }
    }
    return failed;
  };
