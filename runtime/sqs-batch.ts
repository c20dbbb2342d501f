import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { FailedIds, Message } from '../app/message.ts';

/** Every record of the batch, in its order; `queueArn` tells the dead-letter queues apart. */
export const toMessages = ({ Records }: SQSEvent): readonly (Message & { queueArn: string })[] =>
  Records.map(({ messageId, body, eventSourceARN }) => ({
    id: messageId,
    body,
    queueArn: eventSourceARN,
  }));

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting */
export const toBatchResponse = (failed: FailedIds): SQSBatchResponse => ({
  batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })),
});
