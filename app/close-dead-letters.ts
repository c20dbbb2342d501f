import { parseTrigger } from '../core/events/parse-trigger.ts';
import { breakerOpenedRecord } from '../core/ledger/breaker-opened-record.ts';
import {
  failedOrderRecord,
  unjudgedRefRecord,
  unreadableMessageRecord,
} from '../core/ledger/dead-letter-record.ts';
import type { LedgerContext } from '../core/ledger/ledger-context.ts';
import type { LedgerRecord } from '../core/ledger/ledger-record.ts';
import { parseOrderMessage } from '../core/messages/order-message.ts';
import { type RefMessage, toReturn } from '../core/messages/ref-message.ts';
import type { Complain, Delivery, FailedIds } from './message.ts';
import { type SendAll, sendWhere } from './send-where.ts';
import { alert, type LedgerPorts } from './settle.ts';

export type CloseDeadLettersPorts = LedgerPorts & {
  readonly sendBack: SendAll<RefMessage>;
  readonly neverTried: string; // ARN of the queue of events that never reached the reader
};

type Closed = { readonly id: string; readonly record?: LedgerRecord; readonly back?: RefMessage };

/**
 * Ends every dead letter in the ledger and in an alert: an order as `failed`, a ref as not judged, a notice as what it
 * says, and what nobody understands as evidence, its body kept. Judged once more are an order's object, since the order may have been
 * applied and only its answer lost, and what EventBridge could not deliver. Answers what must be delivered again.
 */
export const createCloseDeadLetters =
  (ports: CloseDeadLettersPorts, complain: Complain) =>
  async (letters: readonly Delivery[]): Promise<FailedIds> => {
    const context = { ...ports.ledger, now: ports.now() };
    const entries = letters.flatMap((letter) => close(letter, ports.neverTried, context));
    let open = await sendWhere(entries, ({ record }) => record, 'record', ports.record, complain);
    open = await alert(ports, open, complain);
    // last: a letter that comes again because it could not be alerted must not send its ref each time
    open = await sendWhere(open, ({ back }) => back, 'ref', ports.sendBack, complain);
    const done = new Set(open);
    return new Set(entries.filter((entry) => !done.has(entry)).map(({ id }) => id));
  };

const close = (letter: Delivery, neverTried: string, context: LedgerContext): readonly Closed[] => {
  const { id, body, queueArn, receiveCount } = letter;
  const message = parseOrderMessage(body);
  if ('order' in message) {
    const { order } = message;
    const words = `given up after ${receiveCount} tries`;
    const back = toReturn(order, { kind: 'failed', words });
    return [{ id, record: failedOrderRecord(order, { receiveCount }, context), back }];
  }
  const trigger = parseTrigger(body);
  if ('notice' in trigger) {
    return [{ id, record: breakerOpenedRecord(trigger.notice, context) }];
  }
  const evidence =
    'unreadable' in trigger
      ? [{ id, record: unreadableMessageRecord(body, queueArn, context) }]
      : [];
  if (!('refs' in trigger)) {
    return evidence;
  }
  const { unreadable: _, ...back } = trigger;
  if (queueArn === neverTried) {
    return [...evidence, { id, back }];
  }
  const { cause, runId, refs } = back;
  const why = { cause, ...(runId !== undefined && { runId }), receiveCount };
  return [
    ...evidence,
    ...refs.map((ref) => ({ id, record: unjudgedRefRecord(ref, why, context) })),
  ];
};
