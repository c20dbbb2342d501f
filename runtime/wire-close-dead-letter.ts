import { createCloseDeadLetters } from '../app/close-dead-letters.ts';
import { createFirehoseClient, createSnsClient, createSqsClient } from '../aws/clients.ts';
import { createSendMessages } from '../aws/send-messages.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import { type Environment, required } from './environment.ts';
import { ledgerPorts } from './ledger-ports.ts';
import type { Parts } from './parts.ts';
import { wireParts } from './wire-parts.ts';

/** It writes records and alerts, has refs judged once more, and touches no object. */
export const wireCloseDeadLetter = (env: Environment, bundle: string) => {
  const { logger, parts } = wireParts(env, bundle, {
    sqs: createSqsClient(),
    sns: createSnsClient(),
    firehose: createFirehoseClient(),
  });
  return { logger, closeDeadLetters: assembleCloseDeadLetter(parts) };
};

export const assembleCloseDeadLetter = (
  parts: Parts<'sqs' | 'sns' | 'firehose'>,
): ReturnType<typeof createCloseDeadLetters> => {
  const { env, clients, complain } = parts;
  const send = createSendMessages(clients.sqs, required(env, 'SEALWARD_OBJECTS_QUEUE'));
  return createCloseDeadLetters(
    {
      ...ledgerPorts(parts),
      neverTried: required(env, 'SEALWARD_RULE_DLQ'),
      sendBack: async (messages) =>
        send(messages.map((message) => ({ body: serialiseRefMessage(message) }))),
    },
    complain,
  );
};
