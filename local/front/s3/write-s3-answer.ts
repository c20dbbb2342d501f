import type { NormalizedSchema } from '@smithy/core/schema';
import type { Refused } from '../../model/call.ts';
import type { FrontAnswer } from '../front-request.ts';
import type { S3Route } from './s3-routes.ts';
import { writeScalar } from './scalar.ts';
import { escapeXml, writeTextXml, writeXml } from './xml-write.ts';

type Output = Readonly<Record<string, unknown>>;

const NOTHING = new Uint8Array();

const headersOf = (schema: NormalizedSchema, output: Output): Record<string, string> => {
  const headers: Record<string, string> = {};
  for (const [member, memberSchema] of schema.structIterator()) {
    const { httpHeader, httpPrefixHeaders } = memberSchema.getMergedTraits();
    const value = output[member];
    if (value === undefined) continue;
    // `ExpiresString` is the SDK's own name for the text of `Expires`, and comes after it
    const name = member === 'ExpiresString' ? 'expires' : httpHeader?.toLowerCase();
    if (name !== undefined) headers[name] = writeScalar(memberSchema, value, 'header');
    if (httpPrefixHeaders !== undefined)
      for (const [entry, text] of Object.entries(value as Record<string, string>))
        headers[`${httpPrefixHeaders}${entry}`] = text;
  }
  return headers;
};

const isBodyMember = (schema: NormalizedSchema): boolean => {
  const { httpHeader, httpPrefixHeaders, httpPayload } = schema.getMergedTraits();
  return httpHeader === undefined && httpPrefixHeaders === undefined && httpPayload === undefined;
};

const bodyOf = ({ name, output: schema }: S3Route, output: Output): Uint8Array | string => {
  if (schema.isUnitSchema()) return NOTHING;
  const members = [...schema.structIterator()];
  const payload = members.find(([, one]) => one.getMergedTraits().httpPayload !== undefined);
  if (payload !== undefined) {
    const [member, memberSchema] = payload;
    const value = output[member];
    if (value === undefined) return NOTHING;
    if (!memberSchema.isStructSchema()) return value as Uint8Array | string;
    const root = memberSchema.getMergedTraits().xmlName ?? memberSchema.getName() ?? member;
    return writeXml(root, memberSchema, value as Output);
  }
  if (name === 'GetBucketLocation')
    return writeTextXml(
      'LocationConstraint',
      (output['LocationConstraint'] as string | undefined) ?? '',
    );
  if (!members.some(([, one]) => isBodyMember(one))) return NOTHING;
  return writeXml(String(schema.getOwnTraits().xmlName ?? schema.getName()), schema, output);
};

/** A successful answer as S3 writes it. */
export const writeS3Answer = (route: S3Route, status: number, output: Output): FrontAnswer => {
  const headers = route.output.isUnitSchema() ? {} : headersOf(route.output, output);
  const body = route.method === 'HEAD' || status === 204 ? NOTHING : bodyOf(route, output);
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  return {
    status,
    headers: {
      ...(typeof body === 'string' ? { 'content-type': 'application/xml' } : {}),
      ...headers,
    },
    body: bytes,
  };
};

/** HEAD has no body, so its refusals are told apart by status alone, as on S3. */
export const writeS3Error = (
  { status, code, message, headers = {} }: Omit<Refused, 'kind'>,
  method: string,
  requestId: string,
): FrontAnswer => ({
  status,
  headers: { ...headers, ...(method === 'HEAD' ? {} : { 'content-type': 'application/xml' }) },
  body:
    method === 'HEAD'
      ? NOTHING
      : Buffer.from(
          `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message><RequestId>${requestId}</RequestId></Error>`,
        ),
});
