import {
  PublishBatchCommand,
  type PublishBatchCommandInput,
  type PublishBatchCommandOutput,
  SNSClient,
} from '@aws-sdk/client-sns';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { mockClient } from 'aws-sdk-client-mock';
import { createPublishAlerts } from '../../aws/publish-alerts.ts';
import type { Alert } from '../../core/alerts/alert.ts';

const sns = mockClient(SNSClient);
const TOPIC = 'arn:aws:sns:eu-west-1:111122223333:alerts';
const publish = createPublishAlerts({
  sns: new SNSClient({ region: 'eu-west-1' }),
  topicArn: TOPIC,
});

const alertOf = (body: string): Alert => ({
  subject: 'sealward high: violation',
  body,
  attributes: { severity: 'high', kind: 'violation' },
});
const alertsOf = (count: number) => Array.from({ length: count }, (_, at) => alertOf(`body ${at}`));

const calls = (): PublishBatchCommandInput[] =>
  sns.commandCalls(PublishBatchCommand).map(({ args }) => args[0].input);
const ids = ({ PublishBatchRequestEntries: entries = [] }: PublishBatchCommandInput) =>
  entries.map(({ Id }) => Id);

/** Takes every entry but those that `refuses` names. */
const answer =
  (refuses: (id: string) => boolean) =>
  (input: PublishBatchCommandInput): Partial<PublishBatchCommandOutput> => ({
    Successful: ids(input)
      .filter((id = '') => !refuses(id))
      .map((Id) => ({ Id, MessageId: 'm' })),
    Failed: ids(input)
      .filter((id = '') => refuses(id))
      .map((Id) => ({ Id, Code: 'InternalError', SenderFault: false })),
  });
const failing = (name: string, httpStatusCode: number): Error =>
  Object.assign(new Error('words'), { name, $metadata: { httpStatusCode } });

beforeEach(() => {
  sns.reset();
  sns.onAnyCommand().rejects('unstubbed call');
});

describe('createPublishAlerts', () => {
  it('publishes nothing where there is nothing', async () => {
    await expect(publish([])).resolves.toEqual(new Set());
    expect(calls()).toEqual([]);
  });

  it('publishes subject, body and attributes to the topic', async () => {
    sns.on(PublishBatchCommand).callsFake(answer(() => false));
    await expect(publish([alertOf('act now')])).resolves.toEqual(new Set());
    expect(calls()).toEqual([
      {
        TopicArn: TOPIC,
        PublishBatchRequestEntries: [
          {
            Id: '0',
            Subject: 'sealward high: violation',
            Message: 'act now',
            MessageAttributes: {
              severity: { DataType: 'String', StringValue: 'high' },
              kind: { DataType: 'String', StringValue: 'violation' },
            },
          },
        ],
      },
    ]);
  });

  it('publishes at most ten in a call', async () => {
    sns.on(PublishBatchCommand).callsFake(answer(() => false));
    await expect(publish(alertsOf(21))).resolves.toEqual(new Set());
    expect(calls().map((input) => ids(input).length)).toEqual([10, 10, 1]);
  });

  it('publishes at most 256 KiB in a call', async () => {
    sns.on(PublishBatchCommand).callsFake(answer(() => false));
    await expect(publish(Array(3).fill(alertOf('é'.repeat(60_000))))).resolves.toEqual(new Set());
    expect(calls().map((input) => ids(input).length)).toEqual([2, 1]);
  });

  it('publishes once more what was not taken', async () => {
    let refusals = 1;
    sns.on(PublishBatchCommand).callsFake(answer((id) => id === '1' && refusals-- > 0));
    await expect(publish(alertsOf(3))).resolves.toEqual(new Set());
    expect(calls().map(ids)).toEqual([['0', '1', '2'], ['1']]);
  });

  it('names what was not taken twice, and goes on with the rest', async () => {
    sns.on(PublishBatchCommand).callsFake(answer((id) => id === '1'));
    await expect(publish(alertsOf(12))).resolves.toEqual(new Set([1]));
    expect(calls().map((input) => ids(input).length)).toEqual([10, 1, 2]);
  });

  it('names all that is left where SNS throttles', async () => {
    sns
      .on(PublishBatchCommand)
      .callsFakeOnce(answer(() => false))
      .rejects(failing('ThrottledException', 429));
    await expect(publish(alertsOf(12))).resolves.toEqual(new Set([10, 11]));
  });

  it('throws what no retry would mend', async () => {
    sns.on(PublishBatchCommand).rejects(failing('AuthorizationErrorException', 403));
    await expect(publish(alertsOf(1))).rejects.toThrow('words');
  });
});
