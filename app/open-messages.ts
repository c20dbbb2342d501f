import { parseTrigger } from '../core/events/parse-trigger.ts';
import { fingerprint } from '../core/fingerprint.ts';
import type { Notice } from '../core/messages/notice-message.ts';
import type { TriggerCause, TriggeredRef } from '../core/messages/ref-message.ts';
import type { QueuedMessage } from './message.ts';

/** One ref to judge, and every message that is settled with it. */
export type Task = {
  readonly triggered: TriggeredRef;
  readonly cause: TriggerCause;
  readonly runId?: string;
  readonly messages: ReadonlySet<string>;
};

export type Opened = {
  readonly tasks: readonly Task[];
  readonly notices: readonly { readonly id: string; readonly notice: Notice }[]; // to be recorded
  readonly unreadable: readonly QueuedMessage[]; // to be kept as evidence
  readonly later: ReadonlySet<string>; // ids of our own messages that another version of this code wrote
};

/**
 * Opens a batch: what each message asks for, the same event delivered twice only once, and nothing in the
 * stack's own buckets: judging the ledger would write to the ledger for ever.
 */
export const openMessages = (
  messages: readonly QueuedMessage[],
  ownBuckets: ReadonlySet<string>,
): Opened => {
  const tasks = new Map<string, Task & { readonly messages: Set<string> }>();
  const notices: { id: string; notice: Notice }[] = [];
  const unreadable: QueuedMessage[] = [];
  const later = new Set<string>();
  for (const message of messages) {
    const trigger = parseTrigger(message.body);
    if ('ours' in trigger) {
      later.add(message.id); // acknowledged, an intent that it carries would stay open
      continue;
    }
    if ('notice' in trigger) {
      notices.push({ id: message.id, notice: trigger.notice });
    }
    if ('unreadable' in trigger) {
      unreadable.push(message);
    }
    if ('refs' in trigger) {
      const { cause, runId } = trigger;
      for (const triggered of trigger.refs.filter(({ bucket }) => !ownBuckets.has(bucket))) {
        const run = runId === undefined ? {} : { runId };
        const name = taskName(triggered, cause, runId);
        const task = tasks.get(name) ?? { triggered, cause, ...run, messages: new Set() };
        task.messages.add(message.id);
        tasks.set(name, task);
      }
    }
  }
  return { tasks: [...tasks.values()], notices, unreadable, later };
};

const taskName = (ref: TriggeredRef, cause: TriggerCause, runId: string | undefined): string =>
  fingerprint(
    ref.bucket,
    ref.key,
    ref.versionId,
    ref.sequencer,
    ref.etag,
    ref.returned?.intentId,
    cause,
    runId,
  );
