import type { Order } from '../../../../core/orders/order.ts';
import type { AtRest, Finding, Invariant } from '../invariant.ts';
import type { CallStep, Invocation, Step } from '../../steps/step.ts';
import { isOfOrder, isWrite } from './call-of-order.ts';
import { type Intent, intentOf, isIntended, QUEUE_OF } from './order-holds.ts';
import { openIntents } from './open-intents.ts';
import { isUnpinnedHeld, readOrder, refsIn } from './read-body.ts';
import { NOTHING, violation } from './violation.ts';

type Sent = Extract<Step, { kind: 'sent' }>;

const ordersOf = ({ messages }: Pick<Invocation, 'messages'>): readonly Order[] =>
  messages.flatMap(({ body }) => {
    const read = readOrder(body);
    return 'order' in read ? [read.order] : [];
  });

const READERS = new Set(['judge-object', 'close-dead-letter']);

/** What one run has said that it will do, and what it did. */
const createIntents = (quarantine: string) => {
  const intents = new Map<string, Intent[]>();
  const ordered = new Set<string>(); // ids of intents whose order was sent and must be answered
  const late = new Map<string, Order[]>(); // by function: orders whose time ran out, and which may still go on
  let records = 0;

  const seeRecorded = (step: Extract<Step, { kind: 'recorded' }>): void => {
    for (const record of step.records) {
      const intent = intentOf(record, records);
      records += 1;
      const id = record.unmapped.sealward.intent?.intentId;
      if (intent !== undefined && id !== undefined) {
        intents.set(id, [...(intents.get(id) ?? []), intent]);
      }
    }
  };

  const seeSent = ({ by, message }: Sent): readonly Finding[] => {
    if (by === 's3') return NOTHING;
    if (message.queue === 'objects') {
      if (refsIn(message.body).every(({ returned }) => returned === undefined)) {
        for (const { body } of by.messages) {
          const held = readOrder(body);
          if ('order' in held && isUnpinnedHeld(held)) ordered.delete(held.order.intentId);
        }
      }
      return NOTHING;
    }
    const read = readOrder(message.body);
    if (!('order' in read)) return [violation(7, `${by.function} sent what is no order`)];
    const { order } = read;
    ordered.add(order.intentId);
    if (QUEUE_OF[order.kind] !== message.queue) {
      return [violation(7, `a \`${order.kind}\` was sent to \`${message.queue}\``)];
    }
    return isIntended(order, intents.get(order.intentId))
      ? NOTHING
      : [violation(7, `a \`${order.kind}\` was sent before its intent was durable`)];
  };

  const seeCall = (step: CallStep): readonly Finding[] => {
    const { by, name } = step;
    if (by === 'user' || !isWrite(step)) return NOTHING;
    if (READERS.has(by.function)) return [violation(7, `${by.function} called ${name}`)];
    const orders = [...ordersOf(by), ...(late.get(by.function) ?? [])];
    const order = orders.find((one) => isOfOrder(step, one, quarantine));
    if (order === undefined) {
      return [violation(7, `${by.function} called ${name}, which no order of its asks for`)];
    }
    return isIntended(order, intents.get(order.intentId))
      ? NOTHING
      : [violation(7, `${by.function} called ${name} without an intent in the ledger`)];
  };

  const seeEnded = ({ invocation, how, deleted }: Extract<Step, { kind: 'ended' }>): void => {
    if (how === 'died' || READERS.has(invocation.function)) return;
    const done = new Set(deleted.map(({ id }) => id));
    const left = invocation.messages.filter(({ id }) => !done.has(id));
    if (left.length === 0) return;
    const known = late.get(invocation.function) ?? [];
    late.set(invocation.function, [...known, ...ordersOf({ messages: left })]);
  };

  return {
    see: (step: Step): readonly Finding[] => {
      switch (step.kind) {
        case 'recorded':
          seeRecorded(step);
          return NOTHING;
        case 'sent':
          return seeSent(step);
        case 'call':
          return seeCall(step);
        case 'ended':
          seeEnded(step);
          return NOTHING;
        default:
          return NOTHING;
      }
    },
    atRest: ({ records: all }: AtRest): readonly Finding[] =>
      openIntents(intents, ordered, all).map((words) => violation(7, words)),
  };
};

export const INTENTS: Invariant = {
  number: 7,
  title: 'no write without an earlier intent in the ledger; every intent is closed',
  watch: ({ quarantineBucket }) => createIntents(quarantineBucket),
};
