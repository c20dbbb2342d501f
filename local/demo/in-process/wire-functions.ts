import type { KMSClient } from '@aws-sdk/client-kms';
import type { S3Client } from '@aws-sdk/client-s3';
import { createApplyOrders } from '../../../app/apply-orders.ts';
import { createCloseDeadLetters } from '../../../app/close-dead-letters.ts';
import { createJudgeMessages } from '../../../app/judge-messages.ts';
import { createJudgeRef } from '../../../app/judge-ref.ts';
import type { Complain } from '../../../app/message.ts';
import { remember } from '../../../app/remember.ts';
import type { LedgerPorts } from '../../../app/settle.ts';
import { createReadKey, createReadRotation } from '../../../aws/read-key.ts';
import { createReadObject } from '../../../aws/read-object.ts';
import { createReadReplication } from '../../../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../../../aws/read-tags.ts';
import { createUpdateObjectEncryption } from '../../../aws/update-object-encryption.ts';
import { serialiseOrder } from '../../../core/messages/order-message.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import type { Policy } from '../../../core/policy/load-policy.ts';
import type { MemoryQueue } from './memory-queue.ts';

export type InProcessPorts = {
  readonly s3: S3Client;
  readonly kms: KMSClient;
  readonly policy: Policy;
  readonly account: string;
  readonly ledger: LedgerPorts;
  readonly complain: Complain;
  readonly queues: () => { readonly objects: MemoryQueue; readonly reencrypt: MemoryQueue };
};

const ALL_SENT: ReadonlySet<number> = new Set();
const TIME_LEFT = (): number => 30_000; // milliseconds: nothing here is ever frozen

const judgePorts = ({ s3, kms, policy, account, ledger: { now } }: InProcessPorts) => {
  const aMinute = { milliseconds: 60_000, most: 1_000, now };
  return {
    policy,
    account,
    now,
    readObject: createReadObject(s3, account),
    readObjectTags: createReadObjectTags(s3, account),
    readBucketTags: remember(createReadBucketTags(s3, account), aMinute),
    readKey: remember(createReadKey(kms), aMinute),
    readRotation: remember(createReadRotation(kms), aMinute),
    readReplication: remember(createReadReplication(s3, account), aMinute),
  };
};

/** The use cases of the three functions with the adapters that they are deployed with; only queues are others. */
export const wireFunctions = (ports: InProcessPorts) => {
  const { s3, policy, account, ledger, complain, queues } = ports;
  const judgeMessages = createJudgeMessages(
    {
      ...ledger,
      judgeRef: createJudgeRef(judgePorts(ports)),
      ownBuckets: new Set(),
      atOnce: 20,
      stack: { mode: 'enforce', orders: new Set(['update-encryption'] as const) },
      sendOrders: async (orders) => {
        for (const order of orders) queues().reencrypt.send(serialiseOrder(order));
        return Promise.resolve(ALL_SENT);
      },
      sendLater: async (waits) => {
        for (const { message, seconds } of waits)
          queues().objects.send(serialiseRefMessage(message), seconds);
        return Promise.resolve(ALL_SENT);
      },
    },
    complain,
  );
  const applyOrders = createApplyOrders(
    {
      policy,
      mode: 'enforce',
      kind: 'update-encryption',
      apply: createUpdateObjectEncryption(s3, account),
      sendBack: async (message) => {
        queues().objects.send(serialiseRefMessage(message));
        return Promise.resolve();
      },
      atOnce: 10,
    },
    complain,
  );
  return {
    judge: async (batch: Parameters<typeof judgeMessages>[0]) => judgeMessages(batch, TIME_LEFT),
    apply: async (batch: Parameters<typeof applyOrders>[0]) => applyOrders(batch, TIME_LEFT),
    close: createCloseDeadLetters(
      {
        ...ledger,
        neverTried: 'none: events are handed over in this process',
        sendBack: async (messages) => {
          for (const message of messages) queues().objects.send(serialiseRefMessage(message));
          return Promise.resolve(ALL_SENT);
        },
      },
      complain,
    ),
  };
};
