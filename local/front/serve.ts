import type { Caller } from '../model/call.ts';
import { isFunction } from './caller.ts';
import { readCredential, type Credential } from './credential.ts';
import { headerOf, type Forward, type FrontAnswer, type FrontRequest } from './front-request.ts';
import { serveKms } from './kms/serve-kms.ts';
import type { ModelHost } from './model-host.ts';
import { operationName } from './operation-name.ts';
import { serveS3 } from './s3/serve-s3.ts';
import type { Served } from './served.ts';
import { KEPT_BODIES, type CallListener, type WireCall } from './wire-call.ts';

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

/** Tells the wire log about a request that was answered, or was not. */
export const tellCall = (
  request: FrontRequest,
  { answer, ...seen }: Served,
  { service, account }: Pick<Credential, 'service' | 'account'>,
  times: Pick<WireCall, 'at' | 'ms'>,
  emit: CallListener,
): void =>
  emit({
    ...seen,
    ...times,
    service,
    status: answer.status,
    account,
    caller: isFunction(request) ? 'function' : 'client',
    userAgent: headerOf(request, 'user-agent') ?? '',
    ...(KEPT_BODIES.has(`${service}:${seen.operation}`) ? { body: request.body } : {}),
  });

/** Who asks for what. Unsigned requests are those to the stand-in itself, such as its health page. */
export const credentialOf = (
  request: FrontRequest,
  { account, region }: Pick<ServeContext, 'account' | 'region'>,
): Credential => readCredential(request, account) ?? { account, region, service: 'unsigned' };

/** Answers one request and tells the wire log about it. */
export const serve = async (request: FrontRequest, context: ServeContext): Promise<FrontAnswer> => {
  const at = Date.now();
  const started = performance.now();
  const credential = credentialOf(request, context);
  const served = await route(request, credential, context).catch((error: unknown) =>
    broken(request, error),
  );
  const ms = performance.now() - started;
  tellCall(request, served, credential, { at, ms }, context.emit);
  return served.answer;
};
