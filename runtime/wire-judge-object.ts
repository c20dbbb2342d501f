import { createJudgeMessages } from '../app/judge-messages.ts';
import { createJudgeRef } from '../app/judge-ref.ts';
import { remember } from '../app/remember.ts';
import { createSendOrders, type OrderQueue } from '../app/send-orders.ts';
import {
  createFirehoseClient,
  createKmsClient,
  createS3Client,
  createSnsClient,
  createSqsClient,
} from '../aws/clients.ts';
import { createReadKey, createReadRotation } from '../aws/read-key.ts';
import { createReadObject } from '../aws/read-object.ts';
import { createReadReplication } from '../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../aws/read-tags.ts';
import { createReadVersioning } from '../aws/read-versioning.ts';
import { createSendMessages } from '../aws/send-messages.ts';
import { enabledOrders } from '../core/orders/enabled-orders.ts';
import { serialiseRefMessage } from '../core/messages/parse-ref-message.ts';
import { type Environment, list, number, oneOf, required } from './environment.ts';
import { ledgerPorts } from './ledger-ports.ts';
import type { Parts } from './parts.ts';
import { wireParts } from './wire-parts.ts';

/** Set only where the stack has that writer. */
const ORDER_QUEUES: Readonly<Record<OrderQueue, string>> = {
  reencrypt: 'SEALWARD_REENCRYPT_QUEUE',
  copy: 'SEALWARD_COPY_QUEUE',
  quarantine: 'SEALWARD_QUARANTINE_QUEUE',
};

/** The reader. No command that writes to S3 is in its bundle: a test holds its role against what is. */
export const wireJudgeObject = (env: Environment, bundle: string) => {
  const { logger, parts } = wireParts(env, bundle, {
    s3: createS3Client(),
    kms: createKmsClient(),
    sqs: createSqsClient(),
    sns: createSnsClient(),
    firehose: createFirehoseClient(),
  });
  return { logger, judgeMessages: assembleJudgeObject(parts) };
};

export const assembleJudgeObject = (
  parts: Parts<'s3' | 'kms' | 'sqs' | 'sns' | 'firehose'>,
): ReturnType<typeof createJudgeMessages> => {
  const { env, policy, complain } = parts;
  const { s3, kms, sqs } = parts.clients;
  const account = required(env, 'SEALWARD_ACCOUNT');
  const ledger = ledgerPorts(parts);
  const aMinute = {
    milliseconds: 60_000,
    most: 1_000,
    now: ledger.now,
    isWorthIt: ({ kind }: { readonly kind: string }) => !kind.endsWith('-unreadable'),
  };

  const judgeRef = createJudgeRef({
    policy,
    account,
    readObject: createReadObject(s3, account),
    readObjectTags: createReadObjectTags(s3, account),
    readBucketTags: remember(createReadBucketTags(s3, account), aMinute),
    readKey: remember(createReadKey(kms), aMinute),
    readRotation: remember(createReadRotation(kms), aMinute),
    readReplication: createReadReplication(s3, account), // a stale answer could take an object out of replication
    readVersioning: createReadVersioning(s3, account), // the writer asks again
    largestCopy: number(env, 'SEALWARD_LARGEST_COPY'),
    now: ledger.now,
  });

  const sendOrders = createSendOrders(
    (queue) => createSendMessages(sqs, required(env, ORDER_QUEUES[queue])),
    complain,
  );
  const sendRefs = createSendMessages(sqs, required(env, 'SEALWARD_OBJECTS_QUEUE'));
  return createJudgeMessages(
    {
      ...ledger,
      judgeRef,
      ownBuckets: new Set(list(env, 'SEALWARD_OWN_BUCKETS')),
      atOnce: 20,
      stack: {
        mode: oneOf(env, 'SEALWARD_MODE', ['observe', 'enforce']),
        orders: enabledOrders(
          list(env, 'SEALWARD_COPY_BUCKETS', []),
          list(env, 'SEALWARD_QUARANTINE_BUCKETS', []),
        ),
      },
      sendOrders,
      sendLater: async (waits) =>
        sendRefs(
          waits.map(({ message, seconds }) => ({
            body: serialiseRefMessage(message),
            delaySeconds: seconds,
          })),
        ),
    },
    complain,
  );
};
