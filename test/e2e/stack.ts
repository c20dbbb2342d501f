import { setTimeout as delay } from 'node:timers/promises';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import { type Ask, createAsk } from '../../local/ask.ts';
import { createTraces, type Traces } from '../../local/demo/check/trace.ts';
import { startDeployed } from '../../local/demo/run/start-world.ts';
import type { World } from '../../local/demo/world/world.ts';
import type { WireCall } from '../../local/front/wire-call.ts';
import type { S3Event } from '../../local/model/events/model-event.ts';
import { clientConfig } from '../../local/start-local-aws.ts';

export type WriterQueue = 'reencrypt' | 'copy' | 'quarantine';

export type QueueName =
  | 'objects'
  | 'backlog'
  | WriterQueue
  | 'objects-dlq'
  | 'reencrypt-dlq'
  | 'rule-dlq';

/** The deployed stack, and all that was seen of it since. */
export type Stack = {
  readonly world: World;
  readonly ask: Ask;
  readonly traces: Traces;
  readonly calls: readonly WireCall[]; // of the functions
  readonly events: readonly S3Event[];
  readonly send: (queue: QueueName, body: string) => Promise<void>;
  readonly queueUrl: (name: string) => string;
  readonly until: (what: string, isSo: () => boolean | Promise<boolean>) => Promise<void>;
  readonly ledger: () => Promise<readonly LedgerRecord[]>;
  readonly stop: () => Promise<void>;
};

const STACK = 'sealward-demo';
const PATIENCE = 30_000; // milliseconds

/** Fails with what one would ask next: what is queued, and what the functions called last. */
const createUntil =
  (world: World, calls: readonly WireCall[]): Stack['until'] =>
  async (what, isSo) => {
    const deadline = Date.now() + PATIENCE;
    while (!(await isSo())) {
      if (Date.now() > deadline) {
        const queued = `${await world.queued()} queued, ${await world.deadLetters()} dead`;
        const last = calls
          .slice(-10)
          .map(({ operation, key = '', status }) => `${operation} ${key} ${status}`);
        throw new Error(`not within ${PATIENCE} ms: ${what} (${queued}; last ${last.join(', ')})`);
      }
      await delay(20);
    }
  };

/** Starts the local AWS and deploys serverless.yml to it, as the demo does. */
export const deployOnce = async (): Promise<Stack> => {
  const world = await startDeployed({ step: async (_doing, work) => work() });
  const { url, account, region } = world;
  const sqs = new SQSClient(clientConfig(url, account, region));
  const calls: WireCall[] = [];
  const events: S3Event[] = [];
  world.onCall((call) => {
    if (call.caller === 'function') calls.push(call);
  });
  world.onEvent((event) => {
    if (event.kind === 's3-event') events.push(event);
  });
  const queueUrl = (name: string): string => `${url}/${account}/${name}`;
  return {
    world,
    ask: createAsk(url, account, region),
    traces: createTraces(world),
    calls,
    events,
    queueUrl,
    until: createUntil(world, calls),
    ledger: world.readLedger,
    send: async (queue, MessageBody) => {
      const QueueUrl = queueUrl(`${STACK}-${queue}`);
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
    },
    stop: async () => {
      sqs.destroy();
      await world.stop();
    },
  };
};

type Mapping = { readonly UUID: string; readonly EventSourceArn: string };

/** Keeps orders in their queue: the writer is not asked until what this answers is called. */
export const holdOrders = async (
  { ask }: Stack,
  queue: WriterQueue = 'reencrypt',
): Promise<() => Promise<void>> => {
  const path = '/2015-03-31/event-source-mappings/';
  const { text } = await ask.rest('lambda', 'GET', path);
  const { EventSourceMappings } = JSON.parse(text) as { EventSourceMappings: readonly Mapping[] };
  const mapping = EventSourceMappings.find(({ EventSourceArn }) =>
    EventSourceArn.endsWith(`:${STACK}-${queue}`),
  );
  const enable = async (Enabled: boolean): Promise<void> => {
    const body = JSON.stringify({ Enabled });
    const { status, text: said } = await ask.rest('lambda', 'PUT', `${path}${mapping?.UUID}`, body);
    if (status >= 300) throw new Error(`UpdateEventSourceMapping answered ${status}: ${said}`);
  };
  await enable(false);
  return async () => enable(true);
};
