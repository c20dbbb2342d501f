import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import { loadPolicy } from '../../../core/policy/load-policy.ts';
import { compilePolicyFile } from '../../../scripts/build/compile-policy-file.ts';
import { createFaults, type Faults } from '../../front/faults/create-faults.ts';
import { seasonFor } from '../../front/faults/create-weather.ts';
import { faultPlan } from '../../front/faults/fault-plan.ts';
import { LET_THROUGH } from '../../front/faults/hold-events.ts';
import { startFront, type Front } from '../../front/start-front.ts';
import { localEnv } from '../../local-env.ts';
import { createRunDir } from '../../stand-in/run-dir.ts';
import { createInProcessClients } from '../in-process/clients.ts';
import { createInProcessStack } from '../in-process/create-stack.ts';
import { startLittleStandIn } from '../in-process/little-stand-in.ts';
import { createMemoryLedger } from '../in-process/memory-ledger.ts';
import { queueBodies } from '../in-process/queue-bodies.ts';
import { startQueues } from '../in-process/start-queues.ts';
import { createKeys } from '../stage/keys.ts';
import { writePolicy } from '../stage/policy.ts';
import { createRunSealward } from './run-sealward.ts';
import type { World } from './world.ts';

/** How soon what failed is back, in milliseconds. */
const REDELIVERY_MS = 2_500;

export type InProcessOptions = {
  readonly port?: number;
  readonly faults?: number; // seed; nothing goes wrong unless said
};

const where = { account: '111122223333', region: 'eu-west-1' };

/**
 * The use cases in this very process, on our S3 and KMS: for machines without Python. Queues, Firehose and SNS are
 * in memory; what the stack's template, bundles and roles do is not seen here.
 */
export const startInProcessWorld = async ({ port, faults: seed }: InProcessOptions = {}) => {
  const faults =
    seed === undefined ? undefined : createFaults(faultPlan(seed), seasonFor(REDELIVERY_MS));
  const front = await startFront({
    ...where,
    ...(port !== undefined && { port }),
    ...(faults !== undefined && { faults: { ...faults, events: LET_THROUGH } }),
  });
  const runDir = await createRunDir();
  const end = async (): Promise<void> => {
    faults?.events.drop();
    await front.stop();
    await rm(runDir, { recursive: true, force: true });
  };
  try {
    return await assemble(front, runDir, end, faults);
  } catch (error) {
    await end();
    throw error;
  }
};

const assemble = async (
  front: Front,
  runDir: string,
  end: () => Promise<void>,
  faults: Faults | undefined,
): Promise<World> => {
  const clients = createInProcessClients(front.url, where);
  const { s3, kms } = clients;
  const keys = await createKeys(kms, front.model, where.account);
  const policyFile = await writePolicy(runDir, keys, where);
  const policy = loadPolicy(await compilePolicyFile(policyFile, where));
  const ledger = createMemoryLedger(where, policy.policyHash);
  const stack = await createInProcessStack(clients, where);
  const standIn = await startLittleStandIn({
    account: where.account,
    outputs: stack.outputs,
    record: ledger.accept,
  });
  front.connect(standIn.url);
  const { queues, dead, complaints } = startQueues({
    ...clients,
    ...where,
    policy,
    ledger,
    stack,
    ...(faults !== undefined && { retryMs: REDELIVERY_MS }),
  });
  const push = (bodies: readonly string[]): void =>
    bodies.forEach((body) => queues.objects.send(body));
  const { pass } = faults?.events ?? LET_THROUGH;
  const stopListening = front.onEvent((event) => pass(queueBodies(event), push));

  const { url, model, onCall, onEvent } = front;
  return {
    ...where,
    url,
    model,
    onCall,
    onEvent,
    s3,
    keys,
    policyFile,
    deployed: false,
    ...(faults !== undefined && { faults }),
    stack: stack.name,
    quarantine: stack.quarantine,
    stateTable: 'state',
    objectsQueueArn: queues.objects.arn,
    ledger: 'in memory',
    sealward: createRunSealward(localEnv({ url, ...where, home: runDir }, process.env), policyFile),
    deliver: (events) => pass(events.flatMap(queueBodies), push),
    sendRefs: async (queue, message) => {
      queues[queue].send(serialiseRefMessage(message));
      return Promise.resolve();
    },
    topicToObjects: async (name) =>
      Promise.resolve(`arn:aws:sns:${where.region}:${where.account}:${name}`),
    onRecord: ledger.onRecord,
    readLedger: async () => Promise.resolve(ledger.read()),
    queued: async () =>
      Promise.resolve(
        Object.values(queues).reduce((sum, queue) => sum + queue.depth(), 0) +
          (faults?.events.held() ?? 0),
      ),
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
      for (const client of Object.values(clients)) client.destroy();
      await standIn.close();
      await end();
    },
  };
};
