import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { toBatches } from './to-batches.ts';

export type Outgoing = { readonly body: string; readonly delaySeconds?: number };

// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html
const LIMITS = { mostItems: 10, mostBytes: 1_048_576 };

/** Sends messages to one queue. Answers the indexes that SQS did not take; the SDK has tried again by then. */
export const createSendMessages =
  (sqs: SQSClient, queueUrl: string) =>
  async (messages: readonly Outgoing[]): Promise<ReadonlySet<number>> => {
    const items = messages.map((message, index) => ({
      ...message,
      index,
      bytes: Buffer.byteLength(message.body),
    }));
    const missing = new Set<number>();
    for (const batch of toBatches(items, LIMITS)) {
      const { Successful: taken = [] } = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map(({ body, delaySeconds, index }) => ({
            Id: String(index),
            MessageBody: body,
            ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
          })),
        }),
      );
      // What is not named as taken is missing, named as failed or not.
      const arrived = new Set(taken.map(({ Id }) => Id));
      batch.forEach(({ index }) => arrived.has(String(index)) || missing.add(index));
    }
    return missing;
  };
