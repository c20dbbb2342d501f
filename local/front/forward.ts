import { Agent, request as httpRequest } from 'node:http';
import type { Forward } from './front-request.ts';

// They belong to one connection, not to the message: https://www.rfc-editor.org/rfc/rfc9110#section-7.6.1
const PER_CONNECTION = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'expect',
  'content-length',
]);

const passedOn = (rawHeaders: readonly string[]): string[] => {
  const headers: string[] = [];
  for (let i = 0; i + 1 < rawHeaders.length; i += 2) {
    const [name = '', value = ''] = rawHeaders.slice(i, i + 2);
    if (!PER_CONNECTION.has(name.toLowerCase())) headers.push(name, value);
  }
  return headers;
};

const toAnswerHeaders = (rawHeaders: readonly string[]): Record<string, string | string[]> => {
  const headers: Record<string, string | string[]> = {};
  const pairs = passedOn(rawHeaders);
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [name = '', value = ''] = pairs.slice(i, i + 2);
    const before = headers[name];
    headers[name] = before === undefined ? value : [before, value].flat();
  }
  return headers;
};

/** Hands requests on as they came, byte for byte, and their answers back. */
export const createForward = (url: string): { forward: Forward; close: () => void } => {
  const { hostname, port } = new URL(url);
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const forward: Forward = ({ method, path, query, rawHeaders, body }) =>
    new Promise((resolve, reject) => {
      const headers = passedOn(rawHeaders);
      if (body.length > 0 || (method !== 'GET' && method !== 'HEAD'))
        headers.push('Content-Length', String(body.length));
      const target = query === '' ? path : `${path}?${query}`;
      const sent = httpRequest(
        { agent, hostname, port, method, path: target, headers },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 502,
              headers: {
                ...toAnswerHeaders(answer.rawHeaders),
                ...(method === 'HEAD' && answer.headers['content-length'] !== undefined
                  ? { 'content-length': answer.headers['content-length'] }
                  : {}),
              },
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  return { forward, close: () => agent.destroy() };
};
