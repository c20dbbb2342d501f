import { createServer, type IncomingMessage } from 'node:http';
import { createEventPump } from './events/event-pump.ts';
import { sendOutgoing } from './events/send-outgoing.ts';
import { toOutgoing } from './events/to-outgoing.ts';
import { createForward } from './forward.ts';
import type { Faults } from './faults/create-faults.ts';
import { serveBadly } from './faults/serve-badly.ts';
import { readRequest, type Forward, type FrontRequest } from './front-request.ts';
import type { Handed } from './handed.ts';
import { listen } from './listen.ts';
import { createModelHost, type ModelHost } from './model-host.ts';
import { sendHanded } from './send-handed.ts';
import { notConnected, serve } from './serve.ts';
import { createWireLog, type CallListener } from './wire-call.ts';
import type { ModelEvent } from '../model/events/model-event.ts';

export type FrontOptions = {
  readonly account: string;
  readonly region: string;
  readonly port?: number; // a free one unless said
  readonly onUndelivered?: (text: string) => void; // stderr unless said
  readonly faults?: Faults; // what goes wrong for deployed functions; nothing unless said
};

export type Front = {
  readonly url: string;
  readonly model: Pick<ModelHost, 'apply' | 'state'>; // in-process only: never offered over HTTP
  readonly onCall: (listener: CallListener) => () => void;
  readonly onEvent: (listener: (event: ModelEvent) => void) => () => void;
  readonly deliver: (events: readonly ModelEvent[]) => void; // again: S3 delivers at least once
  readonly connect: (standInUrl: string) => void; // until then only S3 and KMS are served
  readonly idle: () => Promise<void>; // all S3 events are delivered; rejects if one could not be
  readonly stop: () => Promise<void>;
};

const tooLarge: Handed = { answer: { status: 413, headers: {}, body: new Uint8Array() } };

/** AWS on a loopback port: S3 and KMS from the model, everything else from the stand-in behind it. */
export const startFront = async (options: FrontOptions): Promise<Front> => {
  const { account, region, port = 0, faults } = options;
  const say = options.onUndelivered ?? ((text) => process.stderr.write(`${text}\n`));
  const log = createWireLog();
  const eventListeners = new Set<(event: ModelEvent) => void>();
  let standIn: ReturnType<typeof createForward> | undefined;
  const forward: Forward = (request) =>
    standIn === undefined ? Promise.resolve(notConnected) : standIn.forward(request);

  const pump = createEventPump({
    send: (batch) => sendOutgoing(forward, batch),
    onGivenUp: (error, batch) =>
      say(`${batch.length} S3 events were lost on their way to the stand-in: ${error.message}`),
  });
  const deliver = (events: readonly ModelEvent[]): void => {
    if (standIn === undefined) return;
    const outgoing = events.flatMap(toOutgoing);
    if (faults === undefined) pump.push(outgoing);
    else faults.events.pass(outgoing, pump.push);
  };
  const host = createModelHost({
    account,
    region,
    onEvents: (events) => {
      for (const event of events) for (const listener of eventListeners) listener(event);
      deliver(events);
    },
  });

  const context = { host, forward, emit: log.emit, account, region };
  const answer = async (message: IncomingMessage): Promise<Handed> => {
    const request: FrontRequest | undefined = await readRequest(message);
    if (request === undefined) return tooLarge;
    return faults === undefined
      ? { answer: await serve(request, context) }
      : serveBadly(request, context, faults);
  };
  const server = createServer((message, response) => {
    answer(message)
      .then((done) => sendHanded(response, done))
      .catch(() => response.destroy()); // the client hung up while it was sending
  });
  server.keepAliveTimeout = 60_000;
  const { url, close } = await listen(server, port);

  return {
    url,
    model: host,
    onCall: log.onCall,
    onEvent: (listener) => {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    deliver,
    connect: (standInUrl) => {
      standIn = createForward(standInUrl);
    },
    idle: pump.idle,
    stop: async () => {
      faults?.events.drop();
      pump.close();
      await close();
      standIn?.close();
    },
  };
};
