import type { ApplyOrdersPorts } from '../app/apply-orders.ts';
import { createSqsClient } from '../aws/clients.ts';
import { createSendMessages, type Outgoing } from '../aws/send-messages.ts';
import { serialiseOrder } from '../core/messages/order-message.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import type { OrderKind } from '../core/orders/order.ts';
import { type Environment, oneOf, required } from './environment.ts';
import { readPolicy } from './read-policy.ts';

type Shared = Omit<ApplyOrdersPorts<OrderKind>, 'apply' | 'timeToApply' | 'atOnce'>;

/** What every writer needs beside the orders that it can carry out. `ownQueue` names the variable with its queue's URL. */
export const writerPorts = (env: Environment, bundle: string, ownQueue: string): Shared => {
  const sqs = createSqsClient();
  const sendRef = createSendMessages(sqs, required(env, 'SEALWARD_OBJECTS_QUEUE'));
  const sendOrder = createSendMessages(sqs, required(env, ownQueue));
  const one = async (send: typeof sendRef, message: Outgoing, what: string): Promise<void> => {
    if ((await send([message])).size > 0) {
      throw new Error(`${what} could not be sent`);
    }
  };
  return {
    policy: readPolicy(bundle),
    mode: oneOf(env, 'SEALWARD_MODE', ['observe', 'enforce']),
    admit: async () => Promise.resolve({ kind: 'go' }),
    announce: async () => Promise.resolve(),
    sendBack: async (message) =>
      one(sendRef, { body: serialiseRefMessage(message) }, 'the ref of a finished order'),
    sendAgain: async (order, again, delaySeconds) =>
      one(sendOrder, { body: serialiseOrder(order, again), delaySeconds }, 'an unfinished order'),
  };
};
