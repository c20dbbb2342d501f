import type { NormalizedSchema } from '@smithy/core/schema';
import { decodeAwsChunked, type Decoded } from '../aws-chunked.ts';
import { headerOf, type FrontRequest } from '../front-request.ts';
import { readXml } from './xml-read.ts';

/** The body without its wrapping. Undefined: shorter or longer than it says. */
export const decodeBody = (request: FrontRequest): Decoded | undefined => {
  const chunked =
    (headerOf(request, 'content-encoding') ?? '').includes('aws-chunked') ||
    (headerOf(request, 'x-amz-content-sha256') ?? '').startsWith('STREAMING-');
  if (!chunked) return { body: request.body, trailers: new Map() };
  const decoded = decodeAwsChunked(request.body);
  const announced = headerOf(request, 'x-amz-decoded-content-length');
  return announced === undefined || Number(announced) === decoded?.body.length
    ? decoded
    : undefined;
};

const isUnbound = (schema: NormalizedSchema): boolean => {
  const { httpLabel, httpQuery, httpHeader, httpPrefixHeaders } = schema.getMergedTraits();
  return [httpLabel, httpQuery, httpHeader, httpPrefixHeaders].every(
    (trait) => trait === undefined,
  );
};

/** The members that travel in the body: one that is the body, or all that have no other place. Undefined: malformed. */
export const readBodyMembers = (
  input: NormalizedSchema,
  body: Buffer,
): Readonly<Record<string, unknown>> | undefined => {
  const members = [...input.structIterator()];
  const payload = members.find(([, schema]) => schema.getMergedTraits().httpPayload !== undefined);
  if (payload === undefined) {
    const hasMembers = members.some(([, schema]) => isUnbound(schema));
    return hasMembers && body.length > 0 ? readXml(input, body.toString('utf8')) : {};
  }
  const [member, schema] = payload;
  if (schema.isBlobSchema()) return { [member]: new Uint8Array(body) };
  if (!schema.isStructSchema()) return { [member]: body.toString('utf8') };
  if (body.length === 0) return {};
  const read = readXml(schema, body.toString('utf8'));
  return read && { [member]: read };
};
