import { PublishBatchCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Alert } from '../core/alerts/alert.ts';
import { isPassingFailure } from './is-passing-failure.ts';
import { toBatches } from './to-batches.ts';

// 10 messages, and 256 KiB with attributes: https://docs.aws.amazon.com/sns/latest/api/API_PublishBatch.html
const LIMITS = { mostItems: 10, mostBytes: 256 * 1024 };
const TRIES = 2;

type Sized = { readonly index: number; readonly alert: Alert; readonly bytes: number };

/** Publishes alerts to the stack's topic. Answers the indexes of those that SNS did not take. */
export const createPublishAlerts =
  ({ sns, topicArn }: { readonly sns: SNSClient; readonly topicArn: string }) =>
  async (alerts: readonly Alert[]): Promise<ReadonlySet<number>> => {
    const missing = new Set(alerts.keys());
    for (const batch of toBatches(alerts.map(toSized), LIMITS)) {
      for (let tried = 0; tried < TRIES; tried += 1) {
        const left = batch.filter(({ index }) => missing.has(index));
        const taken = left.length === 0 ? [] : await publishBatch(sns, topicArn, left);
        if (taken === 'unavailable') {
          return missing;
        }
        taken.forEach((index) => missing.delete(index));
      }
    }
    return missing;
  };

const toSized = (alert: Alert, index: number): Sized => ({
  alert,
  index,
  bytes: Buffer.byteLength(JSON.stringify(alert)),
});

const publishBatch = async (
  sns: SNSClient,
  topicArn: string,
  batch: readonly Sized[],
): Promise<readonly number[] | 'unavailable'> => {
  try {
    const { Successful: taken = [] } = await sns.send(
      new PublishBatchCommand({
        TopicArn: topicArn,
        PublishBatchRequestEntries: batch.map(
          ({ index, alert: { subject, body, attributes } }) => ({
            Id: String(index),
            Subject: subject,
            Message: body,
            MessageAttributes: Object.fromEntries(
              Object.entries(attributes).map(([name, value]) => [
                name,
                { DataType: 'String', StringValue: value },
              ]),
            ),
          }),
        ),
      }),
    );
    return taken.map(({ Id }) => Number(Id)); // what is not named as taken is missing, named as failed or not
  } catch (error) {
    if (isPassingFailure(error)) {
      return 'unavailable';
    }
    throw error;
  }
};
