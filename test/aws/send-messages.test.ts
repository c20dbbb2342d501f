import { beforeEach, expect, it } from '@jest/globals';
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { createSendMessages } from '../../aws/send-messages.ts';

const sqs = mockClient(SQSClient);
const send = createSendMessages(new SQSClient({ region: 'eu-west-1' }), 'https://queue');
const messages = (count: number) => Array.from({ length: count }, (_, n) => ({ body: `m${n}` }));
const takes = (ids: readonly string[]) => ({
  Successful: ids.map((Id) => ({ Id, MessageId: Id, MD5OfMessageBody: '' })),
  Failed: [],
});

beforeEach(() => {
  sqs.reset();
  sqs.onAnyCommand().rejects('unstubbed call');
});

it('sends in batches of ten, with the delay that was asked for', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce(takes(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']))
    .resolvesOnce(takes(['10']));
  const missing = await send([{ body: 'late', delaySeconds: 900 }, ...messages(10)]);
  expect(missing).toEqual(new Set());
  const [first, second] = sqs
    .commandCalls(SendMessageBatchCommand)
    .map(({ args }) => args[0].input);
  expect(first?.Entries).toHaveLength(10);
  expect(first?.Entries?.[0]).toEqual({ Id: '0', MessageBody: 'late', DelaySeconds: 900 });
  expect(second).toEqual({ QueueUrl: 'https://queue', Entries: [{ Id: '10', MessageBody: 'm9' }] });
});

it('answers the indexes that did not arrive, named as failed or not at all', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .resolvesOnce(takes(['0', '2', '3', '4', '5', '6', '7', '8', '9']))
    .resolvesOnce({});
  expect(await send(messages(12))).toEqual(new Set([1, 10, 11]));
});

it('calls nothing for no messages', async () => {
  expect(await send([])).toEqual(new Set());
  expect(sqs.calls()).toHaveLength(0);
});

it('keeps each batch below the megabyte that SQS takes', async () => {
  sqs
    .on(SendMessageBatchCommand)
    .callsFake(({ Entries }: { Entries: { Id: string }[] }) => takes(Entries.map(({ Id }) => Id)));
  const large = { body: 'x'.repeat(200_000) };
  expect(await send([large, large, large, large, large, large])).toEqual(new Set());
  expect(
    sqs.commandCalls(SendMessageBatchCommand).map(({ args }) => args[0].input.Entries?.length),
  ).toEqual([5, 1]);
});
