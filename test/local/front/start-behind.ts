import { createServer, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen } from '../../../local/front/listen.ts';

export type Behind = {
  readonly url: string;
  readonly seen: readonly Seen[];
  readonly close: () => Promise<void>;
};

export type Seen = {
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** Stands where MiniStack would: remembers what comes and says yes. */
export const startBehind = async (): Promise<Behind> => {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const isKms = request.headers['x-amz-target']?.includes('DescribeKey') === true;
    const answer = (body: Buffer): void => {
      const target = `${request.method} ${request.url}`;
      seen.push({ target, headers: request.headers, body: body.toString('utf8') });
      response.end(isKms ? '{"KeyMetadata":{"KeyId":"theirs"}}' : '{}');
    };
    buffer(request).then(answer, () => response.destroy());
  });
  return { seen, ...(await listen(server, 0)) };
};
