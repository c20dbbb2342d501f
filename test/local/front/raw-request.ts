import { request } from 'node:http';
import { authorization } from '../../../local/front/stand-in-call.ts';
import { ACCOUNT, REGION } from './with-front.ts';

export type RawAnswer = {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
};

export type RawRequest = {
  readonly method: string;
  readonly target: string; // sent as it is
  readonly service?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};

/** A request that no SDK would send: the target goes out byte for byte. */
export const rawRequest = (url: string, sent: RawRequest): Promise<RawAnswer> =>
  new Promise((resolve, reject) => {
    const { method, target, service = 's3', headers = {}, body } = sent;
    const { hostname, port } = new URL(url);
    const signed = {
      Authorization: authorization(service, ACCOUNT, REGION),
      ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
      ...headers,
    };
    const message = request(
      { hostname, port, method, path: target, headers: signed, agent: false },
      (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    message.on('error', reject);
    message.end(body);
  });
