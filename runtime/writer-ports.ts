import type { ApplyOrdersPorts } from '../app/apply-orders.ts';
import { createAdmit, createIsOpen } from '../aws/breaker-table.ts';
import { createSendMessages, type Outgoing } from '../aws/send-messages.ts';
import { serialiseNotice } from '../core/messages/notice-message.ts';
import { serialiseOrder } from '../core/messages/order-message.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import type { OrderKind } from '../core/orders/order.ts';
import { number, oneOf, required } from './environment.ts';
import type { Parts } from './parts.ts';

type Shared = Omit<ApplyOrdersPorts<OrderKind>, 'apply' | 'timeToApply' | 'atOnce'>;

/** What every writer needs beside the orders that it can carry out. `ownQueue` names the variable with its queue's URL. */
export const writerPorts = (parts: Parts<'sqs' | 'dynamoDb'>, ownQueue: string): Shared => {
  const { env, policy } = parts;
  const { sqs } = parts.clients;
  const sendBack = createSendMessages(sqs, required(env, 'SEALWARD_OBJECTS_QUEUE'));
  const sendOrder = createSendMessages(sqs, required(env, ownQueue));
  const one = async (send: typeof sendBack, message: Outgoing, what: string): Promise<void> => {
    if ((await send([message])).size > 0) {
      throw new Error(`${what} could not be sent`);
    }
  };
  return {
    policy,
    mode: oneOf(env, 'SEALWARD_MODE', ['observe', 'enforce']),
    ...breakerOf(parts),
    announce: async (opened) =>
      one(
        sendBack,
        { body: serialiseNotice({ kind: 'breaker-opened', ...opened }) },
        'the notice of an open circuit breaker',
      ),
    sendBack: async (message) =>
      one(sendBack, { body: serialiseRefMessage(message) }, 'the ref of a finished order'),
    sendAgain: async (order, again, delaySeconds) =>
      one(sendOrder, { body: serialiseOrder(order, again), delaySeconds }, 'an unfinished order'),
  };
};

/** A stack that opted into nothing has no table to count in, and its orders all go. */
const breakerOf = ({
  env,
  clients: { dynamoDb },
  now,
}: Parts<'dynamoDb'>): Pick<Shared, 'admit' | 'isOpen'> => {
  const table = env['SEALWARD_STATE_TABLE'] ?? '';
  if (table === '') {
    return {
      admit: async () => Promise.resolve({ kind: 'go' }),
      isOpen: async () => Promise.resolve(false),
    };
  }
  const limit = number(env, 'SEALWARD_BREAKER_ORDERS');
  return {
    admit: createAdmit({ dynamoDb, table, limit, now }),
    isOpen: createIsOpen(dynamoDb, table),
  };
};
