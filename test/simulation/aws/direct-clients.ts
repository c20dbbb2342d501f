import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';
import type { Clients } from '../../../runtime/parts.ts';
import type { ServiceName } from './errors.ts';

export type Answer = {
  readonly output: Readonly<Record<string, unknown>>;
  readonly status: number;
};

/** Asks AWS once; rejects with the SDK's own exceptions. */
export type Ask = (
  service: ServiceName,
  name: string,
  input: Readonly<Record<string, unknown>>,
) => Promise<Answer>;

type Input = Readonly<Record<string, unknown>>;
type Args = {
  readonly input: Input;
  readonly request: { readonly headers: Record<string, string> };
};
type Handled = {
  readonly output: unknown;
  readonly response: { readonly headers: Record<string, string> };
};
type Command = {
  readonly input: Input;
  readonly constructor: { readonly name: string };
  readonly middlewareStack: {
    readonly identify: () => readonly string[];
    readonly resolve: (
      last: (args: Args) => Promise<Handled>,
      context: object,
    ) => (args: Args) => Promise<Handled>;
  };
};

const isPassing = (error: unknown): boolean => {
  const { $metadata, code } = error as {
    $metadata?: { httpStatusCode?: number };
    code?: string;
  };
  const status = $metadata?.httpStatusCode ?? 0;
  const { name } = error as Error;
  return code === 'ECONNRESET' || status >= 500 || status === 429 || name === 'ThrottlingException';
};

/** As often as the functions' clients try (aws/clients.ts). */
const TRIES = 3;

const asBody = (bytes: Uint8Array) => ({
  transformToByteArray: async () => Promise.resolve(bytes),
  transformToString: async () => Promise.resolve(Buffer.from(bytes).toString('utf8')),
});

const BODIES = ['Body', 'AnnotationPayload'];

const shown = (name: string, { output, status }: Answer): object => {
  const members: Record<string, unknown> = { ...output, $metadata: { httpStatusCode: status } };
  if (name.startsWith('Get')) {
    for (const body of BODIES) {
      if (members[body] instanceof Uint8Array) members[body] = asBody(members[body]);
    }
  }
  return members;
};

const headersOf = (output: object): Record<string, string> => {
  const { Metadata = {} } = output as { Metadata?: Record<string, string> };
  return Object.fromEntries(
    Object.entries(Metadata).map(([name, value]) => [`x-amz-meta-${name}`, value]),
  );
};

const prepared = (input: Input, headers: Readonly<Record<string, string>>): Input => {
  const bodies = BODIES.filter((body) => typeof input[body] === 'string');
  const expires = headers['expires'];
  return {
    ...input,
    ...(expires !== undefined && { ExpiresString: expires }),
    ...Object.fromEntries(bodies.map((body) => [body, Buffer.from(String(input[body]))])),
  };
};

/** An SDK client without its serialisers: the command's input goes straight to the model. It tries again as the SDK does. */
const createDirectClient = <Client extends object>(
  prototype: Client,
  service: ServiceName,
  ask: Ask,
): Client => {
  const send = async (command: Command): Promise<unknown> => {
    const name = command.constructor.name.replace(/Command$/, '');
    const last = async ({ input, request }: Args): Promise<Handled> => {
      for (let tried = 1; ; tried += 1) {
        try {
          const output = shown(name, await ask(service, name, prepared(input, request.headers)));
          return { output, response: { headers: headersOf(output) } };
        } catch (error) {
          if (tried === TRIES || !isPassing(error)) throw error;
        }
      }
    };
    const args = { input: command.input, request: { headers: {} } };
    const { middlewareStack } = command;
    const handle =
      middlewareStack.identify().length === 0 ? last : middlewareStack.resolve(last, {});
    return (await handle(args)).output;
  };
  return Object.create(prototype, { send: { value: send } }) as Client;
};

export const createDirectClients = (ask: Ask): Clients => {
  const s3 = createDirectClient(S3Client.prototype, 's3', ask);
  return {
    s3,
    copying: s3,
    kms: createDirectClient(KMSClient.prototype, 'kms', ask),
    sqs: createDirectClient(SQSClient.prototype, 'sqs', ask),
    sns: createDirectClient(SNSClient.prototype, 'sns', ask),
    firehose: createDirectClient(FirehoseClient.prototype, 'firehose', ask),
    dynamoDb: createDirectClient(DynamoDBClient.prototype, 'dynamodb', ask),
  };
};
