import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { Delivery, FailedIds } from '../app/message.ts';

/** Every record of the batch, in its order. */
export const toMessages = ({ Records }: SQSEvent): readonly Delivery[] =>
  Records.map(({ messageId, body, eventSourceARN, attributes }) => ({
    id: messageId,
    body,
    queueArn: eventSourceARN,
    receiveCount: Number(attributes.ApproximateReceiveCount),
  }));

/** https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting */
export const toBatchResponse = (failed: FailedIds): SQSBatchResponse => ({
  batchItemFailures: [...failed].map((itemIdentifier) => ({ itemIdentifier })),
});
