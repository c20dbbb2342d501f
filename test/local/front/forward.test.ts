import { createServer } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listen } from '../../../local/front/listen.ts';
import { rawRequest } from './raw-request.ts';
import { startWithClients, stopAll, type FrontWithClients } from './with-front.ts';

describe('answers of the stand-in', () => {
  let aws: FrontWithClients;
  let close: () => Promise<void>;
  beforeAll(async () => {
    aws = await startWithClients();
    const server = createServer((request, response) => {
      response.setHeader('x-amz-meta-a', 'b');
      response.setHeader('set-cookie', ['one', 'two']);
      response.setHeader('content-length', '5');
      response.statusCode = request.url === '/theirs/missing' ? 404 : 200;
      response.end(request.method === 'HEAD' ? undefined : 'hello');
    });
    const behind = await listen(server, 0);
    close = behind.close;
    aws.front.connect(behind.url);
  });
  afterAll(async () => {
    await stopAll(aws);
    await close();
  });

  it.each([
    ['GET', '/theirs/there', 200, 'hello'],
    ['GET', '/theirs/missing', 404, 'hello'],
    ['HEAD', '/theirs/there', 200, ''],
  ])('%s %s comes back as it was, with its length', async (method, target, status, body) => {
    const answer = await rawRequest(aws.front.url, { method, target });
    expect([answer.status, answer.body]).toEqual([status, body]);
    expect(answer.headers).toMatchObject({
      'content-length': '5',
      'x-amz-meta-a': 'b',
      'set-cookie': ['one', 'two'],
    });
  });

  it('a stand-in that has gone is an error that says so', async () => {
    await close();
    const answer = await rawRequest(aws.front.url, { method: 'GET', target: '/theirs/there' });
    expect(answer.status).toBe(500);
    expect(answer.body).toMatch(/^the front failed: .*ECONNREFUSED/);
    close = () => Promise.resolve();
  });
});
