// Who is told of a bucket's events. Setting it tells every queue, topic and function once: `s3:TestEvent`.
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html status: documented
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-filtering.html status: documented
import type * as S3 from '@aws-sdk/client-s3';
import type { S3TestEvent } from '../events/model-event.ts';
import { hostIdOf, uuidOf } from '../ids.ts';
import { ok } from '../result.ts';
import { withoutUndefined } from '../without-undefined.ts';
import { allTargets, targetsOf, type Target } from './notification-destinations.ts';
import { invalidArgument } from './refusals.ts';
import { saveBucket, type S3Handler } from './scope.ts';

type Named = { Id?: string | undefined };

const withIds = <T extends Named>(
  configurations: readonly T[] | undefined,
  seed: string,
): T[] | undefined =>
  configurations?.map((configuration, index) => ({
    ...configuration,
    Id: configuration.Id ?? uuidOf('notification', `${seed}:${index}`),
  }));

const valueOf = ({ filter }: Target, name: string): string =>
  filter?.Key?.FilterRules?.find((rule) => rule.Name?.toLowerCase() === name)?.Value ?? '';

const familiesMeet = (a: string, b: string): boolean =>
  a === b ||
  (a.endsWith('*') && b.startsWith(a.slice(0, -1))) ||
  (b.endsWith('*') && a.startsWith(b.slice(0, -1)));

/** Two configurations may not both match some key for some event type. */
const overlap = (a: Target, b: Target): boolean => {
  const prefixes = [valueOf(a, 'prefix'), valueOf(b, 'prefix')] as const;
  const suffixes = [valueOf(a, 'suffix'), valueOf(b, 'suffix')] as const;
  const prefixesMeet = prefixes[0].startsWith(prefixes[1]) || prefixes[1].startsWith(prefixes[0]);
  const suffixesMeet = suffixes[0].endsWith(suffixes[1]) || suffixes[1].endsWith(suffixes[0]);
  return (
    prefixesMeet &&
    suffixesMeet &&
    a.events.some((one) => b.events.some((other) => familiesMeet(one, other)))
  );
};

export const putBucketNotificationConfiguration: S3Handler<'PutBucketNotificationConfiguration'> = (
  { model, bucket, context },
  input,
) => {
  const given = structuredClone(input.NotificationConfiguration ?? {});
  const notification: S3.NotificationConfiguration = withoutUndefined({
    EventBridgeConfiguration: given.EventBridgeConfiguration,
    QueueConfigurations: withIds(given.QueueConfigurations, `${bucket.name}:queue`),
    TopicConfigurations: withIds(given.TopicConfigurations, `${bucket.name}:topic`),
    LambdaFunctionConfigurations: withIds(
      given.LambdaFunctionConfigurations,
      `${bucket.name}:lambda`,
    ),
  });
  const targets = targetsOf(notification);
  if (targets.some(({ arn }) => arn.endsWith('.fifo'))) {
    return invalidArgument('Unable to validate the following destination configurations');
  }
  if (targets.some((a, i) => targets.slice(i + 1).some((b) => overlap(a, b)))) {
    return invalidArgument(
      'Configurations overlap. Configurations on the same bucket cannot share a common event type.',
    );
  }
  const destinations = allTargets(notification);
  const event: S3TestEvent = {
    kind: 's3-test-event',
    bucket: bucket.name,
    requestId: context.requestId,
    hostId: hostIdOf(context.requestId),
    time: context.now,
    destinations,
  };
  return ok(
    saveBucket(model, { ...bucket, notification }),
    {},
    { events: destinations.length === 0 ? [] : [event] },
  );
};

export const getBucketNotificationConfiguration: S3Handler<
  'GetBucketNotificationConfiguration'
> = ({ model, bucket }) => ok(model, structuredClone(bucket.notification));
