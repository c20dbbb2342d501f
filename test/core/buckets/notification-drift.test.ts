import { describe, expect, it } from '@jest/globals';
import { notificationDrift } from '../../../core/buckets/notification-drift.ts';
import type { BucketNotification } from '../../../core/buckets/bucket-notification.ts';

const NOTHING: BucketNotification = { topics: [], queues: [], functions: [], eventBridge: false };
const QUEUE = { Id: 'q', QueueArn: 'arn:q', Events: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*'] };

describe('notificationDrift', () => {
  it.each([
    ['nothing and nothing', NOTHING, NOTHING],
    [
      'entries in another order',
      { ...NOTHING, queues: [QUEUE, { Id: 'q2' }] },
      { ...NOTHING, queues: [{ Id: 'q2' }, QUEUE] },
    ],
    [
      'members, events and undefined members in another order',
      { ...NOTHING, queues: [QUEUE] },
      {
        ...NOTHING,
        queues: [
          {
            Events: ['s3:ObjectRemoved:*', 's3:ObjectCreated:*'],
            Filter: undefined,
            QueueArn: 'arn:q',
            Id: 'q',
          },
        ],
      },
    ],
  ])('finds none between %s', (_title, wanted, found) => {
    expect(notificationDrift(wanted, found)).toBeUndefined();
  });

  it.each([
    [
      'an entry that is gone',
      { ...NOTHING, queues: [QUEUE] },
      NOTHING,
      { missing: ['queue q'], unexpected: [] },
    ],
    [
      'an entry that came',
      NOTHING,
      { ...NOTHING, topics: [{ Id: 't' }] },
      { missing: [], unexpected: ['topic t'] },
    ],
    [
      'an entry that changed',
      { ...NOTHING, functions: [{ Id: 'f', LambdaFunctionArn: 'arn:f1' }] },
      { ...NOTHING, functions: [{ Id: 'f', LambdaFunctionArn: 'arn:f2' }] },
      { missing: ['function f'], unexpected: ['function f'] },
    ],
    [
      'the delivery that was not switched on',
      { ...NOTHING, eventBridge: true },
      NOTHING,
      { missing: ['EventBridgeConfiguration'], unexpected: [] },
    ],
    [
      'the delivery that was switched on',
      NOTHING,
      { ...NOTHING, eventBridge: true },
      { missing: [], unexpected: ['EventBridgeConfiguration'] },
    ],
    [
      'an entry of another kind, though it is called the same',
      { ...NOTHING, topics: [{ Id: 'x' }] },
      { ...NOTHING, queues: [{ Id: 'x' }] },
      { missing: ['topic x'], unexpected: ['queue x'] },
    ],
    [
      'an entry of which other events are told',
      { ...NOTHING, queues: [QUEUE] },
      { ...NOTHING, queues: [{ ...QUEUE, Events: ['s3:ObjectCreated:*'] }] },
      { missing: ['queue q'], unexpected: ['queue q'] },
    ],
    [
      'an entry whose id is no text, whole, its members in one order',
      NOTHING,
      { ...NOTHING, topics: [{ TopicArn: 'arn:t', Id: null, Events: [{ b: 1, a: 2 }] }] },
      {
        missing: [],
        unexpected: ['topic {"Events":["{\\"a\\":2,\\"b\\":1}"],"Id":null,"TopicArn":"arn:t"}'],
      },
    ],
    [
      'an entry without an id, whole',
      NOTHING,
      { ...NOTHING, topics: [{ TopicArn: 'arn:t' }] },
      { missing: [], unexpected: ['topic {"TopicArn":"arn:t"}'] },
    ],
  ])('names %s', (_title, wanted, found, drift) => {
    expect(notificationDrift(wanted, found)).toEqual(drift);
  });
});
