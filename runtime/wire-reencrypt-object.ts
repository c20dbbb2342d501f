import { Logger } from '@aws-lambda-powertools/logger';
import { createApplyOrders } from '../app/apply-orders.ts';
import { createS3Client, createSqsClient } from '../aws/clients.ts';
import { createSendMessages } from '../aws/send-messages.ts';
import { createUpdateObjectEncryption } from '../aws/update-object-encryption.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import { complainTo } from './complain-to.ts';
import { type Environment, oneOf, required } from './environment.ts';
import { readPolicy } from './read-policy.ts';

/** The writer that updates encryption in place. It holds nothing that could read or delete data. */
export const wireReencryptObject = (env: Environment, bundle: string) => {
  const logger = new Logger();
  const send = createSendMessages(createSqsClient(), required(env, 'SEALWARD_OBJECTS_QUEUE'));
  const applyOrders = createApplyOrders(
    {
      policy: readPolicy(bundle),
      mode: oneOf(env, 'SEALWARD_MODE', ['observe', 'enforce']),
      kind: 'update-encryption',
      apply: createUpdateObjectEncryption(createS3Client(), required(env, 'SEALWARD_ACCOUNT')),
      sendBack: async (message) => {
        const missing = await send([{ body: serialiseRefMessage(message) }]);
        if (missing.size > 0) {
          throw new Error('the ref could not be sent back to the reader');
        }
      },
      atOnce: 10,
    },
    complainTo(logger),
  );
  return { logger, applyOrders };
};
