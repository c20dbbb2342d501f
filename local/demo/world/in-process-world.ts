import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import type { Complain } from '../../../app/message.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import { loadPolicy } from '../../../core/policy/load-policy.ts';
import { compilePolicyFile } from '../../../scripts/build/compile-policy-file.ts';
import { startFront, type Front } from '../../front/start-front.ts';
import { createRunDir } from '../../stand-in/run-dir.ts';
import { clientConfig } from '../../start-local-aws.ts';
import { createMemoryLedger } from '../in-process/memory-ledger.ts';
import { createMemoryQueue } from '../in-process/memory-queue.ts';
import { queueBodies } from '../in-process/queue-bodies.ts';
import { wireFunctions } from '../in-process/wire-functions.ts';
import { createKeys } from '../stage/keys.ts';
import { writePolicy } from '../stage/policy.ts';
import type { World } from './world.ts';

const account = '111122223333';
const region = 'eu-west-1';

/**
 * The use cases in this very process, on our S3 and KMS: for machines without Python. Queues, Firehose and SNS are
 * in memory; what the stack's template, bundles and roles do is not seen here.
 */
export const startInProcessWorld = async ({ port }: { port?: number } = {}): Promise<World> => {
  const front = await startFront({ account, region, ...(port !== undefined && { port }) });
  const runDir = await createRunDir();
  const end = async (): Promise<void> => {
    await front.stop();
    await rm(runDir, { recursive: true, force: true });
  };
  try {
    return await assemble(front, runDir, end);
  } catch (error) {
    await end();
    throw error;
  }
};

const assemble = async (front: Front, runDir: string, end: () => Promise<void>): Promise<World> => {
  const config = clientConfig(front.url, account, region);
  const [s3, kms] = [new S3Client(config), new KMSClient(config)];

  const keys = await createKeys(kms, front.model, account);
  const policyFile = await writePolicy(runDir, keys, { account, region });
  const policy = loadPolicy(await compilePolicyFile(policyFile, { account, region }));
  const ledger = createMemoryLedger(account, region, policy.policyHash);
  const complaints: string[] = [];
  const complain: Complain = (what, about) => {
    const { error } = about;
    const why = error instanceof Error ? { error: error.stack } : {};
    complaints.push(JSON.stringify({ what, ...about, ...why }));
  };
  const functions = wireFunctions({
    s3,
    kms,
    policy,
    account,
    complain,
    ledger: ledger.ports,
    queues: () => queues,
  });
  const arn = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;
  const dead = createMemoryQueue({
    arn: arn('dlq'),
    consume: functions.close,
    atOnce: 2,
    mostReceives: Infinity,
  });
  const giveUp = ({ body }: { readonly body: string }): void => dead.send(body);
  const { judge, apply } = functions;
  const queues = {
    objects: createMemoryQueue({ arn: arn('objects'), consume: judge, atOnce: 40, giveUp }),
    backlog: createMemoryQueue({ arn: arn('backlog'), consume: judge, atOnce: 10, giveUp }),
    reencrypt: createMemoryQueue({ arn: arn('reencrypt'), consume: apply, atOnce: 10, giveUp }),
  };
  const stopListening = front.onEvent((event) =>
    queueBodies(event).forEach((body) => queues.objects.send(body)),
  );

  const { url, model, onCall, onEvent } = front;
  return {
    url,
    account,
    region,
    model,
    onCall,
    onEvent,
    s3,
    keys,
    policyFile,
    deployed: false,
    objectsQueueArn: queues.objects.arn,
    ledger: 'in memory',
    deliver: (events) => events.flatMap(queueBodies).forEach((body) => queues.objects.send(body)),
    sendRefs: async (queue, message) => {
      queues[queue].send(serialiseRefMessage(message));
      return Promise.resolve();
    },
    topicToObjects: async (name) => Promise.resolve(`arn:aws:sns:${region}:${account}:${name}`),
    onRecord: ledger.onRecord,
    readLedger: async () => Promise.resolve(ledger.read()),
    queued: async () =>
      Promise.resolve(Object.values(queues).reduce((sum, queue) => sum + queue.depth(), 0)),
    deadLetters: async () => Promise.resolve(dead.depth()),
    alerts: () => ledger.alerts,
    node: () => process.version,
    saveLogs: async (folder) => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, 'functions.log'), `${complaints.join('\n')}\n`);
    },
    stop: async () => {
      stopListening();
      for (const queue of [...Object.values(queues), dead]) queue.close();
      s3.destroy();
      kms.destroy();
      await end();
    },
  };
};
