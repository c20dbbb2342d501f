import type { Forward, FrontAnswer } from '../front-request.ts';
import { callStandIn } from '../stand-in-call.ts';
import type { Outgoing } from './outgoing.ts';

const owner = (arn: string): { account: string; region: string; name: string } => {
  const [, , , region = '', account = '', name = ''] = arn.split(':');
  return { account, region, name };
};

const refused = ({ status, body }: FrontAnswer): Error =>
  new Error(`the stand-in answered ${status}: ${Buffer.from(body).toString('utf8').slice(0, 300)}`);

type EventBridgeItem = Extract<Outgoing, { kind: 'eventbridge' }>;
type PutEventsAnswer = {
  readonly FailedEntryCount?: number;
  readonly Entries?: readonly { readonly ErrorCode?: string; readonly ErrorMessage?: string }[];
};

const putEvents = async (forward: Forward, batch: readonly EventBridgeItem[]): Promise<void> => {
  const [first] = batch;
  if (first === undefined) return;
  const { account, region } = first;
  const answer = await callStandIn(forward, {
    service: 'events',
    account,
    region,
    contentType: 'application/x-amz-json-1.1',
    target: 'AWSEvents.PutEvents',
    body: JSON.stringify({ Entries: batch.map(({ entry }) => entry) }),
  });
  if (answer.status !== 200) throw refused(answer);
  const { FailedEntryCount = 0, Entries = [] } = JSON.parse(
    Buffer.from(answer.body).toString('utf8'),
  ) as PutEventsAnswer;
  const failed = Entries.find(({ ErrorCode }) => ErrorCode !== undefined);
  if (FailedEntryCount > 0) throw new Error(`${failed?.ErrorCode}: ${failed?.ErrorMessage}`);
};

const sendMessage = async (forward: Forward, arn: string, body: string): Promise<void> => {
  const { account, region, name } = owner(arn);
  const answer = await callStandIn(forward, {
    service: 'sqs',
    account,
    region,
    contentType: 'application/x-amz-json-1.0',
    target: 'AmazonSQS.SendMessage',
    body: JSON.stringify({ QueueUrl: `http://localhost/${account}/${name}`, MessageBody: body }),
  });
  if (answer.status !== 200) throw refused(answer);
};

const publish = async (
  forward: Forward,
  item: Extract<Outgoing, { kind: 'sns' }>,
): Promise<void> => {
  const { account, region } = owner(item.arn);
  const form = { Action: 'Publish', Version: '2010-03-31', TopicArn: item.arn };
  const answer = await callStandIn(forward, {
    service: 'sns',
    account,
    region,
    contentType: 'application/x-www-form-urlencoded',
    body: new URLSearchParams({ ...form, Subject: item.subject, Message: item.message }).toString(),
  });
  if (answer.status !== 200) throw refused(answer);
};

/** Sends what `headBatch` put together. Throws where any part of it was refused. */
export const sendOutgoing = async (forward: Forward, batch: readonly Outgoing[]): Promise<void> => {
  const events = batch.filter((one) => one.kind === 'eventbridge');
  if (events.length > 0) await putEvents(forward, events);
  for (const item of batch) {
    if (item.kind === 'sqs') await sendMessage(forward, item.arn, item.body);
    if (item.kind === 'sns') await publish(forward, item);
    if (item.kind === 'undeliverable')
      throw new Error(`a notification for \`${item.arn}\`: only queues and topics are served here`);
  }
};
