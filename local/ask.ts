import { XMLParser } from 'fast-xml-parser';
import { authorization } from './front/stand-in-call.ts';

const TARGETS = {
  events: ['AWSEvents', 'application/x-amz-json-1.1'],
  sqs: ['AmazonSQS', 'application/x-amz-json-1.0'],
  dynamodb: ['DynamoDB_20120810', 'application/x-amz-json-1.0'],
  firehose: ['Firehose_20150804', 'application/x-amz-json-1.1'],
  kms: ['TrentService', 'application/x-amz-json-1.1'],
  logs: ['Logs_20140328', 'application/x-amz-json-1.1'],
} as const;

const VERSIONS = {
  cloudformation: '2010-05-15',
  sns: '2010-03-31',
  iam: '2010-05-08',
  monitoring: '2010-08-01',
} as const;

export type Reply = { readonly status: number; readonly text: string };
/** Whatever came back; rows look for the few names that they know. */
export type Json = { readonly [name: string]: Json | undefined };

export type Ask = {
  readonly account: string;
  readonly region: string;
  readonly json: (service: keyof typeof TARGETS, operation: string, input: object) => Promise<Json>;
  readonly query: (
    service: keyof typeof VERSIONS,
    action: string,
    input: Readonly<Record<string, string>>,
  ) => Promise<Json>;
  readonly rest: (
    service: string,
    method: string,
    path: string,
    body?: string | Buffer,
    headers?: Record<string, string>,
  ) => Promise<Reply>;
};

const orThrow = (what: string, { status, text }: Reply): string => {
  if (status < 300) return text;
  throw new Error(`${what} answered ${status}: ${text.replace(/\s+/g, ' ').slice(0, 300)}`);
};

const xml = new XMLParser({ parseTagValue: false });

/** Plain requests to the stand-in itself: what it says is not bent by any SDK, nor by our front. */
export const createAsk = (url: string, account: string, region: string): Ask => {
  const send = async (
    service: string,
    method: string,
    path: string,
    body: string | Buffer | undefined,
    headers: Record<string, string>,
  ): Promise<Reply> => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { Authorization: authorization(service, account, region), ...headers },
      ...(body === undefined
        ? {}
        : { body: typeof body === 'string' ? body : new Uint8Array(body) }),
    });
    return { status: response.status, text: await response.text() };
  };
  return {
    account,
    region,
    json: async (service, operation, input) => {
      const [prefix, type] = TARGETS[service];
      const headers = { 'Content-Type': type, 'X-Amz-Target': `${prefix}.${operation}` };
      const reply = await send(service, 'POST', '/', JSON.stringify(input), headers);
      return JSON.parse(orThrow(operation, reply) || '{}') as Json;
    },
    query: async (service, action, input) => {
      const form = new URLSearchParams({ Action: action, Version: VERSIONS[service], ...input });
      const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
      const reply = await send(service, 'POST', '/', form.toString(), headers);
      const parsed = xml.parse(orThrow(action, reply)) as Record<string, Record<string, Json>>;
      return parsed[`${action}Response`]?.[`${action}Result`] ?? {};
    },
    rest: (service, method, path, body, headers = {}) => send(service, method, path, body, headers),
  };
};

/** S3 wants the Region said when it is not us-east-1. */
export const makeBucket = async (ask: Ask, name: string): Promise<void> => {
  const body = `<CreateBucketConfiguration><LocationConstraint>${ask.region}</LocationConstraint></CreateBucketConfiguration>`;
  const { status, text } = await ask.rest('s3', 'PUT', `/${name}`, body);
  if (status !== 200) throw new Error(`CreateBucket answered ${status}: ${text}`);
};

export const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
