import { takeMessages, when, type MatrixRow } from './matrix-row.ts';

const putEvent = (source: string, bucket: string): object => ({
  Entries: [
    {
      Source: source,
      DetailType: 'Object Created',
      Detail: JSON.stringify({ bucket: { name: bucket }, object: { key: 'a +%?/ü' } }),
      Resources: [`arn:aws:s3:::${bucket}`],
    },
  ],
});

export const eventRows: readonly MatrixRow[] = [
  {
    area: 'EventBridge',
    question: 'an `aws.s3` event reaches the SQS target of a rule, whole',
    answer: async ({ ask, outputs }) => {
      const at = Date.now();
      await ask.json('events', 'PutEvents', putEvent('aws.s3', 'payroll'));
      const [body = '{}'] = await takeMessages(ask, outputs['Events'], 1, 5_000);
      const event = JSON.parse(body) as Record<string, unknown>;
      const names = Object.keys(event).toSorted().join(', ');
      return when(
        event['source'] === 'aws.s3' && event['account'] === ask.account,
        `after ${Date.now() - at} ms, with ${names}; launch.py has to allow the source first, PutEvents refuses \`aws.*\` as AWS does`,
      );
    },
  },
  {
    area: 'EventBridge',
    question: '`anything-but` with `prefix` keeps our own buckets out',
    answer: async ({ ask, outputs }) => {
      await ask.json('events', 'PutEvents', putEvent('aws.s3', 'sealward-audit'));
      const got = await takeMessages(ask, outputs['Events'], 1, 1_000);
      return when(got.length === 0, `${got.length} messages`);
    },
  },
  {
    area: 'EventBridge',
    question: "a target that is gone: the event ends in the target's DLQ",
    answer: async ({ ask, outputs }) => {
      await ask.json('events', 'PutEvents', putEvent('matrix.gone', 'payroll'));
      const got = await takeMessages(ask, outputs['EventDlq'], 1, 3_000);
      return when(got.length === 1, `${got.length} messages in the DLQ within 3 s`);
    },
  },
  {
    area: 'SNS',
    question: 'a message with attributes to a topic under a KMS key reaches its SQS subscription',
    answer: async ({ ask, outputs }) => {
      await ask.query('sns', 'Publish', {
        TopicArn: outputs['Alerts'] ?? '',
        Message: 'hello',
        Subject: 'subject',
        'MessageAttributes.entry.1.Name': 'severity',
        'MessageAttributes.entry.1.Value.DataType': 'String',
        'MessageAttributes.entry.1.Value.StringValue': 'high',
      });
      const [body = '{}'] = await takeMessages(ask, outputs['Inbox'], 1, 3_000);
      const envelope = JSON.parse(body) as Record<string, unknown>;
      const attributes = JSON.stringify(envelope['MessageAttributes'] ?? {});
      return when(
        envelope['Message'] === 'hello',
        `${Object.keys(envelope).join(', ')}; ${attributes}`,
      );
    },
  },
  {
    area: 'SQS',
    question: 'SSE-SQS and the queue policy come back as set',
    answer: async ({ ask, outputs }) => {
      const { Attributes } = await ask.json('sqs', 'GetQueueAttributes', {
        QueueUrl: outputs['Objects'],
        AttributeNames: ['All'],
      });
      const text = JSON.stringify(Attributes);
      const right = text.includes('"SqsManagedSseEnabled":"true"') && text.includes('Deny');
      return when(right, Object.keys(Attributes ?? {}).join(', '));
    },
  },
  {
    area: 'SQS',
    question: 'a queue policy that denies everyone is enforced',
    answer: async ({ ask, outputs }) => {
      try {
        await ask.json('sqs', 'SendMessage', {
          QueueUrl: outputs['Objects'],
          MessageBody: 'denied',
        });
        return when(false, 'the message was accepted: policies are stored, never evaluated');
      } catch (error) {
        return when(true, String(error));
      }
    },
  },
];
