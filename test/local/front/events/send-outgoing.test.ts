import { describe, expect, it } from '@jest/globals';
import { headBatch, type Outgoing } from '../../../../local/front/events/outgoing.ts';
import { sendOutgoing } from '../../../../local/front/events/send-outgoing.ts';
import type { FrontRequest } from '../../../../local/front/front-request.ts';

const sentBy = async (item: Outgoing, status: number, body: string) => {
  const requests: FrontRequest[] = [];
  const answer = { status, headers: {}, body: Buffer.from(body) };
  await sendOutgoing(
    (request) => {
      requests.push(request);
      return Promise.resolve(answer);
    },
    headBatch([item]),
  );
  return requests.map((request) => ({
    header: (name: string) => request.rawHeaders[request.rawHeaders.indexOf(name) + 1],
    body: request.body.toString('utf8'),
  }));
};

const event: Outgoing = {
  kind: 'eventbridge',
  account: '111122223333',
  region: 'eu-west-1',
  entry: { Source: 'aws.s3', DetailType: 'Object Created', Detail: '{}', Resources: [] },
};
const queue: Outgoing = {
  kind: 'sqs',
  arn: 'arn:aws:sqs:eu-west-1:999988887777:q',
  body: '{"a":1}',
};
const topic: Outgoing = {
  kind: 'sns',
  arn: 'arn:aws:sns:eu-west-1:999988887777:t',
  subject: 'Amazon S3 Notification',
  message: 'ü & +',
};

describe('sendOutgoing', () => {
  it('a queue gets a message in the name of its own account', async () => {
    const [request] = await sentBy(queue, 200, '{}');
    expect(request?.header('X-Amz-Target')).toBe('AmazonSQS.SendMessage');
    expect(request?.header('Authorization')).toContain('Credential=999988887777/');
    expect(JSON.parse(request?.body ?? '')).toEqual({
      QueueUrl: 'http://localhost/999988887777/q',
      MessageBody: '{"a":1}',
    });
  });

  it('a topic gets a form', async () => {
    const [request] = await sentBy(topic, 200, '<ok/>');
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      Action: 'Publish',
      Version: '2010-03-31',
      TopicArn: topic.arn,
      Subject: 'Amazon S3 Notification',
      Message: 'ü & +',
    });
  });

  it.each([
    [
      'an entry that was refused',
      event,
      200,
      '{"FailedEntryCount":1,"Entries":[{"ErrorCode":"X","ErrorMessage":"y"}]}',
      'X: y',
    ],
    [
      'a request that was refused',
      queue,
      400,
      'no such queue',
      'the stand-in answered 400: no such queue',
    ],
    [
      'a topic that is not there',
      topic,
      404,
      'no such topic',
      'the stand-in answered 404: no such topic',
    ],
    [
      'a function',
      { kind: 'undeliverable', arn: 'arn:f' } as const,
      200,
      '',
      'a notification for `arn:f`: only queues and topics are served here',
    ],
  ])('%s is an error', async (_title, item, status, body, message) => {
    await expect(sentBy(item, status, body)).rejects.toThrow(message);
  });
});
