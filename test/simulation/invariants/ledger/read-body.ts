import { parseTrigger } from '../../../../core/events/parse-trigger.ts';
import type { Trigger } from '../../../../core/events/trigger.ts';
import { type ParsedOrder, parseOrderMessage } from '../../../../core/messages/order-message.ts';
import type { TriggerCause, TriggeredRef } from '../../../../core/messages/ref-message.ts';

const MOST = 2_000;

/** Bodies are read again and again: sent, taken, deleted. Parsing is the slow part of watching. */
const remembered = <Read>(read: (body: string) => Read): ((body: string) => Read) => {
  const known = new Map<string, Read>();
  return (body) => {
    const there = known.get(body);
    if (there !== undefined) return there;
    if (known.size >= MOST) known.clear();
    const fresh = read(body);
    known.set(body, fresh);
    return fresh;
  };
};

export const readTrigger: (body: string) => Trigger = remembered(parseTrigger);
export const readOrder: (body: string) => ParsedOrder = remembered(parseOrderMessage);

export type NamedRef = TriggeredRef & {
  readonly cause: TriggerCause;
  readonly runId: string | undefined;
};

const NO_REFS: readonly NamedRef[] = [];

const refsOfTrigger = remembered((body: string): readonly NamedRef[] => {
  const trigger = readTrigger(body);
  if (!('refs' in trigger)) return NO_REFS;
  const { cause, runId, refs } = trigger;
  return refs.map((ref) => ({ ...ref, cause, runId }));
});

/** The refs that a message on `objects` names, in order. */
export const refsIn = (body: string): readonly NamedRef[] => refsOfTrigger(body);

/**
 * Whether an order waited at an open circuit breaker and pins no version: its writer has the reader look again instead,
 * and gives no answer.
 */
export const isUnpinnedHeld = (read: ParsedOrder): boolean =>
  'order' in read && read.again?.why === 'held' && read.order.pin.kind === 'etag';
