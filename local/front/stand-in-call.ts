import type { Forward, FrontAnswer } from './front-request.ts';

export type StandInCall = {
  readonly service: string;
  readonly account: string;
  readonly region: string;
  readonly contentType: string;
  readonly target?: string; // X-Amz-Target of JSON protocols
  readonly body: string;
  readonly path?: string;
};

/** The stand-in reads service and account from the credential scope and checks no signature. */
export const authorization = (service: string, account: string, region: string): string =>
  `AWS4-HMAC-SHA256 Credential=${account}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;

/** A request of the front's own. */
export const callStandIn = (forward: Forward, call: StandInCall): Promise<FrontAnswer> =>
  forward({
    method: 'POST',
    path: call.path ?? '/',
    query: '',
    headers: {},
    rawHeaders: [
      'Host',
      '127.0.0.1', // Node adds none to headers that are given as a list
      'Authorization',
      authorization(call.service, call.account, call.region),
      'Content-Type',
      call.contentType,
      ...(call.target === undefined ? [] : ['X-Amz-Target', call.target]),
    ],
    body: Buffer.from(call.body),
  });
