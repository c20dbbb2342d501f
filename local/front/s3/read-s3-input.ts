import type { NormalizedSchema } from '@smithy/core/schema';
import type { Decoded } from '../aws-chunked.ts';
import { headerOf, type FrontRequest } from '../front-request.ts';
import { decodeBody, readBodyMembers } from './read-s3-body.ts';
import type { S3Address } from './s3-address.ts';
import type { S3Route } from './s3-routes.ts';
import { readScalar } from './scalar.ts';

export type S3Input =
  | { readonly kind: 'input'; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'bad-request'; readonly code: string; readonly message: string };

// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
const INCOMPLETE: S3Input = {
  kind: 'bad-request',
  code: 'IncompleteBody',
  message: 'You did not provide the number of bytes specified by the Content-Length HTTP header.',
};
const MALFORMED: S3Input = {
  kind: 'bad-request',
  code: 'MalformedXML',
  message:
    'The XML that you provided was not well formed or did not validate against our published schema.',
};

/** Lists in headers are separated by commas: `x-amz-object-attributes: ETag,ObjectSize`. */
const readHeader = (schema: NormalizedSchema, text: string): unknown =>
  schema.isListSchema()
    ? text.split(',').map((item) => readScalar(schema.getValueSchema(), item.trim()))
    : readScalar(schema, text);

const readPrefixed = (request: FrontRequest, prefix: string): Record<string, string> =>
  Object.fromEntries(
    Object.keys(request.headers)
      .filter((name) => name.startsWith(prefix))
      .map((name) => [name.slice(prefix.length), headerOf(request, name) ?? '']),
  );

/** `aws-chunked` says how the body travelled; S3 does not store it. */
const storedEncoding = (value: string): string | undefined => {
  const kept = value
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked' && coding !== '');
  return kept.length === 0 ? undefined : kept.join(',');
};

const readPlaced = (
  member: string,
  schema: NormalizedSchema,
  request: FrontRequest,
  address: S3Address,
  { body, trailers }: Decoded,
): unknown => {
  const { httpLabel, httpQuery, httpPrefixHeaders, httpHeader } = schema.getMergedTraits();
  if (httpLabel !== undefined) return member === 'Bucket' ? address.bucket : address.key;
  if (httpPrefixHeaders !== undefined) return readPrefixed(request, httpPrefixHeaders);
  if (member === 'ContentLength') return body.length;
  const header = httpHeader?.toLowerCase();
  const text =
    httpQuery !== undefined
      ? address.query.get(httpQuery)
      : header === undefined
        ? undefined
        : (headerOf(request, header) ?? trailers.get(header)); // checksums come as trailers
  if (text === undefined) return undefined;
  return member === 'ContentEncoding' ? storedEncoding(text) : readHeader(schema, text);
};

/** Reads a request back into the members that the SDK's caller wrote. */
export const readS3Input = (route: S3Route, request: FrontRequest, address: S3Address): S3Input => {
  const decoded = decodeBody(request);
  if (decoded === undefined) return INCOMPLETE;
  const inBody = readBodyMembers(route.input, decoded.body);
  if (inBody === undefined) return MALFORMED;
  const input: Record<string, unknown> = { ...inBody };
  for (const [member, schema] of route.input.structIterator()) {
    const value = readPlaced(member, schema, request, address, decoded);
    if (value !== undefined) input[member] = value;
    if (member === 'Expires') input['ExpiresString'] = headerOf(request, 'expires');
  }
  return { kind: 'input', input };
};
