import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import type { Caller } from '../model/call.ts';
import type { ModelEvent } from '../model/events/model-event.ts';
import type { Limits } from '../model/state.ts';
import { clientConfig } from './client-config.ts';
import type { FrontRequest } from './front-request.ts';
import { createInProcessHandler } from './in-process-handler.ts';
import { createModelHost, type ModelHost } from './model-host.ts';
import { notConnected, serve } from './serve.ts';
import type { CallListener } from './wire-call.ts';

export type InProcessS3Options = {
  readonly account?: string;
  readonly region?: string;
  readonly limits?: Partial<Limits>; // such as parts of a few bytes, or copies in parts above a few
  readonly now?: () => number; // epoch ms
  readonly onEvents?: (events: readonly ModelEvent[]) => void;
  readonly onCall?: CallListener; // after the call was served; what it throws loses the answer
};

export type InProcessS3 = {
  readonly s3: S3Client;
  readonly kms: KMSClient;
  readonly model: ModelHost;
  readonly as: (caller: Caller) => { readonly s3: S3Client; readonly kms: KMSClient };
};

const ignore = (): void => undefined;
const forward = () => Promise.resolve(notConnected);

/** The SDK's own clients on the model, in this very process: no socket, no port, nothing to stop. */
export const createInProcessS3 = (options: InProcessS3Options = {}): InProcessS3 => {
  const { account = '111122223333', region = 'eu-west-1', onCall = ignore } = options;
  const { limits, now, onEvents = ignore } = options;
  const host = createModelHost({
    account,
    region,
    onEvents,
    ...(limits === undefined ? {} : { limits }),
    ...(now === undefined ? {} : { now }),
  });
  const clientsOf = (caller: Caller) => {
    const context = { host, forward, emit: onCall, account, region, callerOf: () => caller };
    const config = {
      ...clientConfig('http://localhost', caller.account, region),
      maxAttempts: 1,
      requestHandler: createInProcessHandler((request: FrontRequest) => serve(request, context)),
    };
    return { s3: new S3Client(config), kms: new KMSClient(config) };
  };
  return { ...clientsOf({ account }), model: host, as: clientsOf };
};
