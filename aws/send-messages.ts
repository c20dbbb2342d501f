import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';

export type Outgoing = { readonly body: string; readonly delaySeconds?: number };

const MOST_ENTRIES = 10; // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatch.html

/** Sends messages to one queue. Answers the indexes that SQS did not take; the SDK has tried again by then. */
export const createSendMessages =
  (sqs: SQSClient, queueUrl: string) =>
  async (messages: readonly Outgoing[]): Promise<ReadonlySet<number>> => {
    const missing = new Set<number>();
    for (let start = 0; start < messages.length; start += MOST_ENTRIES) {
      const batch = messages.slice(start, start + MOST_ENTRIES);
      const { Successful: taken = [] } = await sqs.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map(({ body, delaySeconds }, index) => ({
            Id: String(index),
            MessageBody: body,
            ...(delaySeconds !== undefined && { DelaySeconds: delaySeconds }),
          })),
        }),
      );
      // What is not named as taken is missing, named as failed or not.
      const arrived = new Set(taken.map(({ Id }) => Id));
      batch.forEach((_, index) => arrived.has(String(index)) || missing.add(start + index));
    }
    return missing;
  };
