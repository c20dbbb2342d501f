import { Logger } from '@aws-lambda-powertools/logger';
import { createCloseDeadLetters } from '../app/close-dead-letters.ts';
import { createSqsClient } from '../aws/clients.ts';
import { createSendMessages } from '../aws/send-messages.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import { complainTo } from './complain-to.ts';
import { type Environment, required } from './environment.ts';
import { readPolicy } from './read-policy.ts';
import { wireLedger } from './wire-ledger.ts';

/** It writes records and alerts, has refs judged once more, and touches no object. */
export const wireCloseDeadLetter = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const ledger = wireLedger(env, readPolicy(bundle));
  const send = createSendMessages(createSqsClient(), required(env, 'SEALWARD_OBJECTS_QUEUE'));
  const closeDeadLetters = createCloseDeadLetters(
    {
      ...ledger,
      neverTried: required(env, 'SEALWARD_RULE_DLQ'),
      sendBack: async (messages) =>
        send(messages.map((message) => ({ body: serialiseRefMessage(message) }))),
    },
    complainTo(logger),
  );
  return { logger, closeDeadLetters };
};
