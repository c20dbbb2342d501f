import {
  type AttributeValue,
  ConditionalCheckFailedException,
  DynamoDBServiceException,
} from '@aws-sdk/client-dynamodb';
import { FirehoseServiceException } from '@aws-sdk/client-firehose';
import { KMSServiceException } from '@aws-sdk/client-kms';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { SNSServiceException } from '@aws-sdk/client-sns';
import { SQSServiceException } from '@aws-sdk/client-sqs';

export type ServiceName = 's3' | 'kms' | 'sqs' | 'sns' | 'firehose' | 'dynamodb';

const EXCEPTIONS = {
  s3: S3ServiceException,
  kms: KMSServiceException,
  sqs: SQSServiceException,
  sns: SNSServiceException,
  firehose: FirehoseServiceException,
  dynamodb: DynamoDBServiceException,
} as const;

type Refusal = {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
};

/** An error as the SDK throws it. */
export const toException = (service: ServiceName, refusal: Refusal): Error => {
  const { status, code, message, headers = {} } = refusal;
  const exception = new EXCEPTIONS[service]({
    name: code,
    message,
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: { httpStatusCode: status, requestId: 'simulated' },
  });
  return Object.assign(exception, { $response: { headers, statusCode: status } });
};

/** The connection ended without an answer: whether AWS did it, nobody knows. */
export const connectionLost = (): Error =>
  Object.assign(new Error('socket hang up'), { name: 'TimeoutError', code: 'ECONNRESET' });

export const conditionFailed = (Item: Record<string, AttributeValue> | undefined): Error =>
  new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: {},
    ...(Item && { Item }),
  });
