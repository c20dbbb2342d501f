import {
  GetBucketNotificationConfigurationCommand,
  PutBucketNotificationConfigurationCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { createReadNotification, createWriteNotification } from '../../aws/bucket-notification.ts';

const s3Mock = mockClient(S3Client);
const s3 = new S3Client({ region: 'eu-west-1' });
const ACCOUNT = '111122223333';

const QUEUE = {
  Id: 'q',
  QueueArn: 'arn:aws:sqs:eu-west-1:111122223333:q',
  Events: ['s3:ObjectCreated:*' as const],
  Filter: { Key: { FilterRules: [{ Name: 'prefix' as const, Value: 'in/' }] } },
};
const TOPIC = { Id: 't', TopicArn: 'arn:aws:sns:eu-west-1:111122223333:t', Events: [] };
const FUNCTION = {
  Id: 'f',
  LambdaFunctionArn: 'arn:aws:lambda:eu-west-1:111122223333:function:f',
  Events: ['s3:ObjectRemoved:*' as const],
};

beforeEach(() => {
  s3Mock.reset();
  s3Mock.onAnyCommand().rejects('unstubbed call');
});

describe('createReadNotification', () => {
  it('reads everything that the bucket notifies', async () => {
    s3Mock
      .on(
        GetBucketNotificationConfigurationCommand,
        { Bucket: 'b', ExpectedBucketOwner: ACCOUNT },
        true,
      )
      .resolves({
        QueueConfigurations: [QUEUE],
        TopicConfigurations: [TOPIC],
        LambdaFunctionConfigurations: [FUNCTION],
        EventBridgeConfiguration: {},
      });
    expect(await createReadNotification(s3, ACCOUNT)('b')).toEqual({
      topics: [TOPIC],
      queues: [QUEUE],
      functions: [FUNCTION],
      eventBridge: true,
    });
  });

  it('reads a bucket that notifies nothing', async () => {
    s3Mock.on(GetBucketNotificationConfigurationCommand).resolves({});
    expect(await createReadNotification(s3, ACCOUNT)('b')).toEqual({
      topics: [],
      queues: [],
      functions: [],
      eventBridge: false,
    });
  });
});

describe('createWriteNotification', () => {
  const write = createWriteNotification(s3, ACCOUNT);

  it('writes every entry as it was given, validates no destination again, and names the owner', async () => {
    s3Mock.on(PutBucketNotificationConfigurationCommand).resolves({});
    await write('b', {
      topics: [TOPIC],
      queues: [QUEUE],
      functions: [FUNCTION],
      eventBridge: true,
    });
    expect(s3Mock.calls().map(({ args }) => args[0].input)).toEqual([
      {
        Bucket: 'b',
        ExpectedBucketOwner: ACCOUNT,
        SkipDestinationValidation: true,
        NotificationConfiguration: {
          TopicConfigurations: [TOPIC],
          QueueConfigurations: [QUEUE],
          LambdaFunctionConfigurations: [FUNCTION],
          EventBridgeConfiguration: {},
        },
      },
    ]);
  });
});
