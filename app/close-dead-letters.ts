import { parseTrigger } from '../core/events/parse-trigger.ts';
import {
  failedOrderRecord,
  unjudgedRefRecord,
  unreadableMessageRecord,
} from '../core/ledger/dead-letter-record.ts';
import type { LedgerContext } from '../core/ledger/ledger-context.ts';
import type { LedgerRecord } from '../core/ledger/ledger-record.ts';
import { parseOrderMessage } from '../core/messages/order-message.ts';
import type { Complain, DeadLetter, FailedIds } from './message.ts';
import { sendWhere } from './send-where.ts';
import { alert, type LedgerPorts } from './settle.ts';

/**
 * Ends every dead letter in the ledger and in an alert: an order as `failed`, a ref as not judged, and what nobody
 * understands as evidence, its body kept. Answers what must be delivered again.
 */
export const createCloseDeadLetters =
  (ports: LedgerPorts, complain: Complain) =>
  async (letters: readonly DeadLetter[]): Promise<FailedIds> => {
    const context = { ...ports.ledger, now: ports.now() };
    const entries = letters.flatMap((letter) =>
      recordsOf(letter, context).map((record) => ({ id: letter.id, record })),
    );
    const recorded = await sendWhere(
      entries,
      ({ record }) => record,
      'record',
      ports.record,
      complain,
    );
    const done = new Set(await alert(ports, recorded, complain));
    return new Set(entries.filter((entry) => !done.has(entry)).map(({ id }) => id));
  };

const recordsOf = (letter: DeadLetter, context: LedgerContext): readonly LedgerRecord[] => {
  const { body, queueArn, receiveCount } = letter;
  const order = parseOrderMessage(body);
  if (!('unreadable' in order)) {
    return [failedOrderRecord(order, { receiveCount }, context)];
  }
  const trigger = parseTrigger(body);
  if ('unreadable' in trigger) {
    return [unreadableMessageRecord(body, queueArn, context)];
  }
  if ('nothing' in trigger) {
    return [];
  }
  const { cause, runId } = trigger;
  return trigger.refs.map((ref) =>
    unjudgedRefRecord(ref, { cause, ...(runId !== undefined && { runId }), receiveCount }, context),
  );
};
