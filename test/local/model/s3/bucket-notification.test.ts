import { describe, expect, it } from '@jest/globals';
import type { S3Event } from '../../../../local/model/events/model-event.ts';
import { ACCOUNT, BUCKET, createBucketWorld, put, type World } from '../world.ts';

const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:objects`;

const TOPIC = `arn:aws:sns:eu-west-1:${ACCOUNT}:objects`;

const notify = (world: World, NotificationConfiguration: object) =>
  world.s3('PutBucketNotificationConfiguration', { Bucket: BUCKET, NotificationConfiguration });

const only = (world: World): S3Event => {
  const [event, ...more] = world.events();
  if (event?.kind !== 's3-event' || more.length > 0) throw new Error('not exactly one S3 event');
  return event;
};

const hearing = (world: World): readonly string[] =>
  world.events().flatMap((event) => event.destinations.map(({ kind }) => kind));

const queue = (Id: string, Events: readonly string[], rules: readonly object[] = []) => ({
  Id,
  QueueArn: QUEUE,
  Events,
  Filter: { Key: { FilterRules: rules } },
});

const prefix = (Value: string) => ({ Name: 'prefix', Value });

const suffix = (Value: string) => ({ Name: 'Suffix', Value });

describe('who hears of an event', () => {
  it('queues, topics and functions hear by event type, prefix and suffix [event/filters]', () => {
    const world = createBucketWorld();
    notify(world, {
      QueueConfigurations: [
        queue('in', ['s3:ObjectCreated:*'], [prefix('in/'), suffix('.csv')]),
        queue('gone', ['s3:ObjectRemoved:Delete']),
      ],
      TopicConfigurations: [
        {
          Id: 'copies',
          TopicArn: TOPIC,
          Events: ['s3:ObjectCreated:Copy'],
          Filter: { Key: { FilterRules: [prefix('b')] } },
        },
      ],
      LambdaFunctionConfigurations: [
        {
          Id: 'fn',
          LambdaFunctionArn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f`,
          Events: ['s3:ObjectTagging:Put'],
        },
      ],
    });
    put(world, 'in/a.csv');
    expect(only(world).destinations).toStrictEqual([
      { kind: 'sqs', arn: QUEUE, configurationId: 'in' },
    ]);
    put(world, 'in/a.txt');
    put(world, 'out/a.csv');
    expect(hearing(world)).toStrictEqual([]);
    world.s3('CopyObject', { Bucket: BUCKET, Key: 'b', CopySource: `${BUCKET}/in/a.csv` });
    expect(only(world).destinations).toStrictEqual([
      { kind: 'sns', arn: TOPIC, configurationId: 'copies' },
    ]);
    const b = { Bucket: BUCKET, Key: 'b' };
    world.s3('PutObjectTagging', { ...b, Tagging: { TagSet: [] } });
    expect(only(world).destinations).toMatchObject([
      { kind: 'lambda', arn: `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:f` },
    ]);
    world.s3('DeleteObject', b);
    expect(hearing(world)).toStrictEqual(['sqs']);
  });

  it.each([
    [
      'one family twice',
      [queue('a', ['s3:ObjectCreated:*']), queue('b', ['s3:ObjectCreated:Put'])],
    ],
    [
      'prefixes in each other',
      [
        queue('a', ['s3:ObjectCreated:Put'], [prefix('in/')]),
        queue('b', ['s3:ObjectCreated:Put'], [prefix('in/x/')]),
      ],
    ],
    ['a FIFO queue', [{ QueueArn: `${QUEUE}.fifo`, Events: ['s3:ObjectCreated:Put'] }]],
  ])(
    'configurations that overlap, and FIFO targets, are refused with 400 [event/overlap]: %s',
    (_title, QueueConfigurations) => {
      const world = createBucketWorld();
      const input = { Bucket: BUCKET, NotificationConfiguration: { QueueConfigurations } } as never;
      expect(world.s3Refuses('PutBucketNotificationConfiguration', input)).toMatchObject({
        status: 400,
        code: 'InvalidArgument',
      });
    },
  );

  it('configurations that overlap, and FIFO targets, are refused with 400 [event/overlap]: but not side by side', () => {
    const world = createBucketWorld();
    const QueueConfigurations = [
      queue('a', ['s3:ObjectCreated:Put'], [suffix('.csv')]),
      queue('b', ['s3:ObjectCreated:Put'], [suffix('.txt')]),
      queue('c', ['s3:ObjectRemoved:*']),
    ];
    notify(world, { QueueConfigurations });
    const read = world.s3('GetBucketNotificationConfiguration', { Bucket: BUCKET });
    expect(read.QueueConfigurations).toStrictEqual(QueueConfigurations);
  });
});
