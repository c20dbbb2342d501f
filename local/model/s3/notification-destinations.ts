// Who hears of an event: EventBridge all or nothing, the others by event type, prefix and suffix.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventBridge.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { Destination } from '../events/model-event.ts';

export type Target = {
  readonly kind: 'sqs' | 'sns' | 'lambda';
  readonly arn: string;
  readonly configurationId: string;
  readonly events: readonly string[];
  readonly filter: S3.NotificationConfigurationFilter | undefined;
};

export const targetsOf = (notification: S3.NotificationConfiguration): readonly Target[] => [
  ...(notification.QueueConfigurations ?? []).map((c) => ({
    kind: 'sqs' as const,
    arn: c.QueueArn ?? '',
    configurationId: c.Id ?? '',
    events: c.Events ?? [],
    filter: c.Filter,
  })),
  ...(notification.TopicConfigurations ?? []).map((c) => ({
    kind: 'sns' as const,
    arn: c.TopicArn ?? '',
    configurationId: c.Id ?? '',
    events: c.Events ?? [],
    filter: c.Filter,
  })),
  ...(notification.LambdaFunctionConfigurations ?? []).map((c) => ({
    kind: 'lambda' as const,
    arn: c.LambdaFunctionArn ?? '',
    configurationId: c.Id ?? '',
    events: c.Events ?? [],
    filter: c.Filter,
  })),
];

/** `s3:ObjectCreated:*` stands for every event of its family. */
const covers = (wanted: string, eventName: string): boolean =>
  wanted.endsWith(':*')
    ? `s3:${eventName}`.startsWith(wanted.slice(0, -1))
    : wanted === `s3:${eventName}`;

const passes = (filter: S3.NotificationConfigurationFilter | undefined, key: string): boolean =>
  (filter?.Key?.FilterRules ?? []).every(({ Name, Value = '' }) =>
    Name?.toLowerCase() === 'suffix' ? key.endsWith(Value) : key.startsWith(Value),
  );

const toDestination = ({ kind, arn, configurationId }: Target): Destination => ({
  kind,
  arn,
  configurationId,
});

export const destinationsOf = (
  notification: S3.NotificationConfiguration,
  eventName: string,
  key: string,
): readonly Destination[] => [
  ...(notification.EventBridgeConfiguration !== undefined
    ? [{ kind: 'eventbridge' as const }]
    : []),
  ...targetsOf(notification)
    .filter((target) => target.events.some((wanted) => covers(wanted, eventName)))
    .filter((target) => passes(target.filter, key))
    .map(toDestination),
];

export const allTargets = (notification: S3.NotificationConfiguration): readonly Destination[] =>
  targetsOf(notification).map(toDestination);
