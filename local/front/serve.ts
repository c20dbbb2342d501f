import type { Caller } from '../model/call.ts';
import { readCredential, type Credential } from './credential.ts';
import { headerOf, type Forward, type FrontAnswer, type FrontRequest } from './front-request.ts';
import { serveKms } from './kms/serve-kms.ts';
import type { ModelHost } from './model-host.ts';
import { operationName } from './operation-name.ts';
import { serveS3 } from './s3/serve-s3.ts';
import type { Served } from './served.ts';
import { KEPT_BODIES, type CallListener } from './wire-call.ts';

export type ServeContext = {
  readonly host: ModelHost;
  readonly forward: Forward;
  readonly emit: CallListener;
  readonly account: string;
  readonly region: string;
  readonly callerOf?: (credential: Credential) => Caller; // nothing but the account unless said
};

export const notConnected: FrontAnswer = {
  status: 501,
  headers: { 'content-type': 'application/json' },
  body: Buffer.from('{"__type":"NotImplemented","message":"no stand-in runs behind this front"}'),
};

const LOOPBACK = '127.0.0.1';

const route = async (
  request: FrontRequest,
  credential: Credential,
  { host, forward, callerOf }: ServeContext,
): Promise<Served> => {
  const { account, service } = credential;
  const caller = { sourceIp: LOOPBACK, ...(callerOf?.(credential) ?? { account }) };
  switch (service) {
    case 's3':
      return serveS3(request, caller, host, forward);
    case 'kms':
      return serveKms(request, caller, host, forward);
    default:
      return {
        operation: operationName(request),
        servedBy: 'stand-in',
        answer: await forward(request),
      };
  }
};

const broken = (request: FrontRequest, error: unknown): Served => ({
  operation: operationName(request),
  servedBy: 'front',
  answer: {
    status: 500,
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(`the front failed: ${error instanceof Error ? error.stack : String(error)}`),
  },
});

/** Answers one request and tells the wire log about it. */
export const serve = async (request: FrontRequest, context: ServeContext): Promise<FrontAnswer> => {
  const { account, region, emit } = context;
  const at = Date.now();
  const started = performance.now();
  // unsigned requests are those to the stand-in itself, such as its health page
  const credential = readCredential(request, account) ?? { account, region, service: 'unsigned' };
  const served = await route(request, credential, context).catch((error: unknown) =>
    broken(request, error),
  );
  const userAgent = headerOf(request, 'user-agent') ?? '';
  const { answer, ...seen } = served;
  emit({
    ...seen,
    at,
    ms: performance.now() - started,
    service: credential.service,
    status: answer.status,
    account: credential.account,
    // AWS_EXECUTION_ENV, which Lambda sets and SDKs report
    caller: userAgent.includes('exec-env/AWS_Lambda') ? 'function' : 'client',
    userAgent,
    ...(KEPT_BODIES.has(`${credential.service}:${seen.operation}`) ? { body: request.body } : {}),
  });
  return answer;
};
