import type { FrontAnswer } from '../../front-request.ts';

export const parseJson = (body: Uint8Array): unknown =>
  JSON.parse(Buffer.from(body).toString('utf8') || '{}');

/** The answer with another body. */
export const withJson = (answer: FrontAnswer | undefined, body: object): FrontAnswer => ({
  status: 200,
  headers: { ...answer?.headers, 'content-type': 'application/x-amz-json-1.0' },
  body: Buffer.from(JSON.stringify(body)),
});
