import type { Complain } from '../../../app/message.ts';
import type { Policy } from '../../../core/policy/load-policy.ts';
import type { InProcessClients, Where } from './clients.ts';
import type { InProcessStack } from './create-stack.ts';
import type { QueueName } from './in-process-ports.ts';
import type { MemoryLedger } from './memory-ledger.ts';
import { createMemoryQueue, type MemoryQueue } from './memory-queue.ts';
import { wireFunctions } from './wire-functions.ts';

type Parts = InProcessClients &
  Where & {
    readonly policy: Policy;
    readonly ledger: MemoryLedger;
    readonly stack: InProcessStack;
    readonly retryMs?: number; // until a message that failed is back; as short as can be unless said
  };

/** The stack's queues, each with the function that takes from it. */
export const startQueues = ({ ours, oursKms, dynamoDb, account, region, ...parts }: Parts) => {
  const { policy, ledger, stack, retryMs } = parts;
  const again = retryMs === undefined ? {} : { retryMs };
  const complaints: string[] = [];
  const complain: Complain = (what, about) => {
    const { error } = about;
    const why = error instanceof Error ? { error: error.stack } : {};
    complaints.push(JSON.stringify({ what, ...about, ...why }));
  };
  const { judge, reencrypt, copy, quarantine, close } = wireFunctions({
    s3: ours,
    kms: oursKms,
    dynamoDb,
    policy,
    account,
    environment: stack.environment,
    ownBuckets: new Set([stack.quarantine.bucket]),
    complain,
    ledger: ledger.ports,
    queues: () => queues,
  });
  const arn = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;
  const dead = createMemoryQueue({
    arn: arn('dlq'),
    consume: close,
    atOnce: 2,
    mostReceives: Infinity,
  });
  const giveUp = ({ body }: { readonly body: string }): void => dead.send(body);
  const ten = { ...again, giveUp };
  const one = { ...ten, batchSize: 1 };
  const queues: Readonly<Record<QueueName, MemoryQueue>> = {
    objects: createMemoryQueue({ arn: arn('objects'), consume: judge, atOnce: 40, ...ten }),
    backlog: createMemoryQueue({ arn: arn('backlog'), consume: judge, atOnce: 10, ...ten }),
    reencrypt: createMemoryQueue({ arn: arn('reencrypt'), consume: reencrypt, atOnce: 10, ...ten }),
    copy: createMemoryQueue({ arn: arn('copy'), consume: copy, atOnce: 5, ...one }),
    quarantine: createMemoryQueue({
      arn: arn('quarantine'),
      consume: quarantine,
      atOnce: 2,
      ...one,
    }),
  };
  return { queues, dead, complaints };
};
