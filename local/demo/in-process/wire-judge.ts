import { createJudgeMessages } from '../../../app/judge-messages.ts';
import { createJudgeRef } from '../../../app/judge-ref.ts';
import { remember } from '../../../app/remember.ts';
import { createSendOrders } from '../../../app/send-orders.ts';
import { createReadKey, createReadRotation } from '../../../aws/read-key.ts';
import { createReadObject } from '../../../aws/read-object.ts';
import { createReadReplication } from '../../../aws/read-replication.ts';
import { createReadBucketTags, createReadObjectTags } from '../../../aws/read-tags.ts';
import { createReadVersioning } from '../../../aws/read-versioning.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import { enabledOrders } from '../../../core/orders/enabled-orders.ts';
import { COPY_BUCKETS, LARGEST_COPY, QUARANTINE_BUCKETS } from '../stage/params.ts';
import type { InProcessPorts } from './in-process-ports.ts';

const ALL_SENT: ReadonlySet<number> = new Set();

const judgePorts = ({ s3, kms, policy, account, ledger: { now } }: InProcessPorts) => {
  const aMinute = { milliseconds: 60_000, most: 1_000, now };
  return {
    policy,
    account,
    now,
    largestCopy: LARGEST_COPY,
    readObject: createReadObject(s3, account),
    readObjectTags: createReadObjectTags(s3, account),
    readBucketTags: remember(createReadBucketTags(s3, account), aMinute),
    readKey: remember(createReadKey(kms), aMinute),
    readRotation: remember(createReadRotation(kms), aMinute),
    readReplication: createReadReplication(s3, account),
    readVersioning: createReadVersioning(s3, account),
  };
};

/** The reader, with the adapters that it is deployed with; only queues and ledger are others. */
export const wireJudge = (ports: InProcessPorts) => {
  const { ledger, complain, queues, ownBuckets } = ports;
  return createJudgeMessages(
    {
      ...ledger,
      judgeRef: createJudgeRef(judgePorts(ports)),
      ownBuckets,
      atOnce: 20,
      stack: { mode: 'enforce', orders: enabledOrders(COPY_BUCKETS, QUARANTINE_BUCKETS) },
      sendOrders: createSendOrders(
        (queue) => async (messages) => {
          for (const { body } of messages) queues()[queue].send(body);
          return Promise.resolve(ALL_SENT);
        },
        complain,
      ),
      sendLater: async (waits) => {
        for (const { message, seconds } of waits)
          queues().objects.send(serialiseRefMessage(message), seconds);
        return Promise.resolve(ALL_SENT);
      },
    },
    complain,
  );
};
