import { validateHeaderValue } from 'node:http';
import { Readable } from 'node:stream';
import { buildQueryString, HttpResponse, type HttpRequest } from '@smithy/core/protocols';
import type { FrontAnswer, FrontRequest } from './front-request.ts';

type Sent = { readonly response: HttpResponse };
type Options = { readonly abortSignal?: { readonly aborted: boolean } | undefined };

/** What an SDK client takes as its `requestHandler`. */
export type InProcessHandler = {
  readonly metadata: { readonly handlerProtocol: string };
  readonly handle: (request: HttpRequest, options?: Options) => Promise<Sent>;
  readonly updateHttpClientConfig: () => void;
  readonly httpHandlerConfigs: () => object;
  readonly destroy: () => void;
};

const readBody = async (body: unknown): Promise<Buffer> => {
  if (body === undefined || body === null) return Buffer.alloc(0);
  if (typeof body === 'string') return Buffer.from(body);
  // a view: the SDK's own kind of bytes complains when it is asked for its value
  if (body instanceof Uint8Array) return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const chunks: Buffer[] = [];
  for await (const chunk of body as AsyncIterable<Uint8Array | string>)
    chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

/** Values as Node would send and read them: one byte a character, without white space around. */
const readHeaders = (headers: HttpRequest['headers']): FrontRequest['headers'] => {
  const read: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    validateHeaderValue(name, value);
    read[name.toLowerCase()] = value.trim();
  }
  return read;
};

const toFrontRequest = async (request: HttpRequest): Promise<FrontRequest> => ({
  method: request.method,
  path: request.path,
  query: buildQueryString(request.query),
  headers: readHeaders(request.headers),
  rawHeaders: [],
  body: await readBody(request.body),
});

const toResponse = ({ status, headers, body }: FrontAnswer): HttpResponse => {
  const length: Record<string, string> =
    body.length > 0 ? { 'content-length': String(body.length) } : {};
  const plain = Object.entries(headers).map(
    ([name, value]) => [name, typeof value === 'string' ? value : value.join(', ')] as const,
  );
  return new HttpResponse({
    statusCode: status,
    headers: { ...Object.fromEntries(plain), ...length },
    body: Readable.from(body.length > 0 ? [Buffer.from(body)] : [], { objectMode: false }),
  });
};

const aborted = (): Error => Object.assign(new Error('Request aborted'), { name: 'AbortError' });

/** Hands an SDK client's requests to the front without a socket: what travels is the same. */
export const createInProcessHandler = (
  answer: (request: FrontRequest) => Promise<FrontAnswer>,
): InProcessHandler => ({
  metadata: { handlerProtocol: 'http/1.1' },
  handle: async (request, options) => {
    if (options?.abortSignal?.aborted === true) throw aborted();
    return { response: toResponse(await answer(await toFrontRequest(request))) };
  },
  updateHttpClientConfig: () => undefined,
  httpHandlerConfigs: () => ({}),
  destroy: () => undefined,
});
