import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { FirehoseClient } from '@aws-sdk/client-firehose';
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SNSClient } from '@aws-sdk/client-sns';
import { SQSClient } from '@aws-sdk/client-sqs';

/**
 * How every client of a function behaves. The time-outs are far below the functions' own, so that one hanging
 * call is tried again within the batch; whatever still fails goes back to the queue.
 */
const SETTINGS = {
  maxAttempts: 3,
  requestHandler: {
    connectionTimeout: 1_000, // milliseconds
    requestTimeout: 3_000,
    throwOnRequestTimeout: true, // the SDK would only warn
  },
} as const;

// A bundle holds only the clients whose functions it calls: the SDK's packages have no side effects.
export const createDynamoDbClient = (): DynamoDBClient => new DynamoDBClient(SETTINGS);
export const createFirehoseClient = (): FirehoseClient => new FirehoseClient(SETTINGS);
export const createKmsClient = (): KMSClient => new KMSClient(SETTINGS);
export const createS3Client = (): S3Client => new S3Client(SETTINGS);
/** For calls that copy: S3 sends nothing for as long as a copy of up to 5 GB takes. */
export const createCopyingS3Client = (): S3Client =>
  new S3Client({
    ...SETTINGS,
    requestHandler: { ...SETTINGS.requestHandler, requestTimeout: 240_000 },
  });
export const createSnsClient = (): SNSClient => new SNSClient(SETTINGS);
export const createSqsClient = (): SQSClient => new SQSClient(SETTINGS);
