import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** A request read to its end. `path` and `query` are as sent: nothing is decoded or normalised yet. */
export type FrontRequest = {
  readonly method: string;
  readonly path: string;
  readonly query: string; // without `?`; empty where there is none
  readonly headers: IncomingHttpHeaders;
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
};

export type FrontAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Uint8Array;
};

/** Hands a request to the stand-in. */
export type Forward = (request: FrontRequest) => Promise<FrontAnswer>;

export const MAX_BODY_BYTES = 64 * 1024 ** 2;

/** Undefined: larger than this front takes. */
export const readRequest = async (message: IncomingMessage): Promise<FrontRequest | undefined> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MAX_BODY_BYTES) chunks.push(chunk);
  }
  if (size > MAX_BODY_BYTES) return undefined;
  const target = message.url ?? '/';
  const mark = target.indexOf('?');
  return {
    method: message.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    query: mark < 0 ? '' : target.slice(mark + 1),
    headers: message.headers,
    rawHeaders: message.rawHeaders,
    body: Buffer.concat(chunks),
  };
};

export const headerOf = ({ headers }: FrontRequest, name: string): string | undefined => {
  const value = headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
};
