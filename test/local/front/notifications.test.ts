import {
  CreateBucketCommand,
  PutBucketNotificationConfigurationCommand,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { expect, it } from '@jest/globals';
import { createAsk, textOf } from '../../../local/ask.ts';
import { takeMessages } from '../../../local/matrix/matrix-row.ts';
import { startLocalAws } from '../../../local/start-local-aws.ts';
import { describeWithPython } from '../stand-in/python-here.ts';

const Bucket = 'notifying';

const under = (Value: string) => ({ Key: { FilterRules: [{ Name: 'prefix' as const, Value }] } });

describeWithPython('bucket notifications', () => {
  it('reach a queue, and through a topic another queue: first the test event, then the objects', async () => {
    const aws = await startLocalAws();
    try {
      const ask = createAsk(aws.url, aws.account, aws.region);
      const arn = (service: string, name: string) =>
        `arn:aws:${service}:${aws.region}:${aws.account}:${name}`;
      const direct = await ask.json('sqs', 'CreateQueue', { QueueName: 'direct' });
      const behindTopic = await ask.json('sqs', 'CreateQueue', { QueueName: 'behind-topic' });
      await ask.query('sns', 'CreateTopic', { Name: 'objects' });
      const subscription = {
        TopicArn: arn('sns', 'objects'),
        Protocol: 'sqs',
        Endpoint: arn('sqs', 'behind-topic'),
      };
      await ask.query('sns', 'Subscribe', subscription);

      const s3 = new S3Client(aws.clientConfig);
      const CreateBucketConfiguration = { LocationConstraint: 'eu-west-1' } as const;
      await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
      // configurations of one bucket must not overlap
      const Events = ['s3:ObjectCreated:*' as const];
      const NotificationConfiguration = {
        QueueConfigurations: [{ QueueArn: arn('sqs', 'direct'), Events, Filter: under('q/') }],
        TopicConfigurations: [{ TopicArn: arn('sns', 'objects'), Events, Filter: under('t/') }],
      };
      await s3.send(
        new PutBucketNotificationConfigurationCommand({ Bucket, NotificationConfiguration }),
      );
      for (const Key of ['q/a b+ü', 't/a b+ü'])
        await s3.send(new PutObjectCommand({ Bucket, Key, Body: 'x' }));
      s3.destroy();
      await aws.idle();

      const first = await takeMessages(ask, textOf(direct['QueueUrl']), 2, 5_000);
      const second = (await takeMessages(ask, textOf(behindTopic['QueueUrl']), 2, 5_000)).map(
        (body) => (JSON.parse(body) as { Message: string }).Message,
      );
      for (const [folder, bodies] of [
        ['q', first],
        ['t', second],
      ] as const) {
        const [test, put] = bodies.map((body) => JSON.parse(body) as unknown);
        expect(test).toMatchObject({ Event: 's3:TestEvent', Bucket });
        expect(put).toMatchObject({
          Records: [{ s3: { object: { key: `${folder}/a+b%2B%C3%BC` } } }],
        });
      }
    } finally {
      await aws.stop();
    }
  }, 120_000);
});
