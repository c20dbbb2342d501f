import { randomUUID } from 'node:crypto';
import type { FrontAnswer } from '../front-request.ts';
import { writeS3Error } from '../s3/write-s3-answer.ts';

type Refusal = 'busy' | 'broken';
type Words = { readonly status: number; readonly code: string; readonly message: string };

const MESSAGES: Readonly<Record<Refusal, string>> = {
  busy: 'Please reduce your request rate.',
  broken: 'We encountered an internal error. Please try again.',
};

/** Status and code of each service, as its page of common errors and that of its operations have them. */
const WORDS: Readonly<Record<string, Readonly<Record<Refusal, readonly [number, string]>>>> = {
  // https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
  s3: { busy: [503, 'SlowDown'], broken: [500, 'InternalError'] },
  // https://docs.aws.amazon.com/kms/latest/developerguide/throttling.html
  kms: { busy: [400, 'ThrottlingException'], broken: [500, 'KMSInternalException'] },
  // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
  dynamodb: {
    busy: [400, 'ProvisionedThroughputExceededException'],
    broken: [500, 'InternalServerError'],
  },
  // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
  sqs: { busy: [400, 'RequestThrottled'], broken: [500, 'InternalError'] },
  // https://docs.aws.amazon.com/firehose/latest/APIReference/API_PutRecordBatch.html
  firehose: { busy: [503, 'ServiceUnavailableException'], broken: [500, 'InternalFailure'] },
  // https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
  sns: { busy: [429, 'Throttled'], broken: [500, 'InternalError'] },
};

const OTHER = { busy: [400, 'ThrottlingException'], broken: [500, 'InternalFailure'] } as const;

export const wordsFor = (service: string, refusal: Refusal): Words => {
  const [status, code] = (WORDS[service] ?? OTHER)[refusal];
  return { status, code, message: MESSAGES[refusal] };
};

const json = ({ status, code, message }: Words, type: string): FrontAnswer => ({
  status,
  headers: { 'content-type': type, 'x-amzn-requestid': randomUUID() },
  body: Buffer.from(JSON.stringify({ __type: code, message })),
});

// https://docs.aws.amazon.com/sns/latest/api/CommonErrors.html
const query = ({ status, code, message }: Words): FrontAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: Buffer.from(
    `<ErrorResponse><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  ),
});

/** What a service says that could do nothing, in its own protocol. */
export const refuse = (service: string, refusal: Refusal, method: string): FrontAnswer => {
  const words = wordsFor(service, refusal);
  switch (service) {
    case 's3':
      return writeS3Error(words, method, randomUUID());
    case 'sns':
      return query(words);
    default:
      return json(words, 'application/x-amz-json-1.0');
  }
};
