import { describe, expect, it } from '@jest/globals';
import { toDeliveries } from '../../../../local/model/events/deliveries.ts';
import type { S3Event } from '../../../../local/model/events/model-event.ts';
import { toNotificationRecord } from '../../../../local/model/events/notification-record.ts';
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

const queue = (Id: string, Events: readonly string[], rules: readonly object[] = []) => ({
  Id,
  QueueArn: QUEUE,
  Events,
  Filter: { Key: { FilterRules: rules } },
});

describe('what queues and topics hear', () => {
  it('the record has the key form-URL-encoded and its configuration id [event/record]', () => {
    const world = createBucketWorld('Enabled');
    notify(world, { QueueConfigurations: [queue('all', ['s3:ObjectCreated:*'])] });
    const { VersionId } = put(world, 'reports/2026 Q4/résumé & plan (v2)+final.pdf');
    const record = toNotificationRecord(only(world), 'all');
    expect(record).toMatchObject({
      eventVersion: '2.6',
      eventSource: 'aws:s3',
      awsRegion: 'eu-west-1',
      eventTime: '2026-11-24T09:00:04.000Z',
      eventName: 'ObjectCreated:Put',
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': 'REQUEST4' },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId: 'all',
        bucket: { name: BUCKET, arn: `arn:aws:s3:::${BUCKET}` },
        object: {
          key: 'reports/2026+Q4/r%C3%A9sum%C3%A9+%26+plan+%28v2%29%2Bfinal.pdf',
          size: 5,
          eTag: '5d41402abc4b2a76b9719d911017c592',
          versionId: VersionId,
        },
      },
    });
    expect(toDeliveries(only(world))).toStrictEqual([
      { kind: 'sqs', arn: QUEUE, body: { Records: [record] } },
    ]);
  });

  it('configured queues, topics and functions hear `s3:TestEvent` first [event/test-event]', () => {
    const world = createBucketWorld();
    notify(world, {
      EventBridgeConfiguration: {},
      QueueConfigurations: [queue('q', ['s3:ObjectCreated:*'])],
      TopicConfigurations: [{ TopicArn: TOPIC, Events: ['s3:ObjectRemoved:*'] }],
    });
    const deliveries = world.events().flatMap((event) => toDeliveries(event));
    expect(deliveries.map(({ kind }) => kind)).toStrictEqual(['sqs', 'sns']);
    expect(deliveries[0]).toMatchObject({
      arn: QUEUE,
      body: { Service: 'Amazon S3', Event: 's3:TestEvent', Bucket: BUCKET, RequestId: 'REQUEST2' },
    });
  });
});
