import { randomUUID } from 'node:crypto';
import { toDeliveries, type Delivery } from '../../model/events/deliveries.ts';
import type { ModelEvent } from '../../model/events/model-event.ts';

// https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html#http-notification-json
const snsEnvelope = (arn: string, message: object): object => ({
  Type: 'Notification',
  MessageId: randomUUID(),
  TopicArn: arn,
  Subject: 'Amazon S3 Notification',
  Message: JSON.stringify(message),
  Timestamp: new Date().toISOString(),
});

// The stack's rule lets only created objects through (infra/object-events.yml).
const toBody = (delivery: Delivery): object | undefined => {
  switch (delivery.kind) {
    case 'eventbridge':
      return delivery.envelope['detail-type'] === 'Object Created' ? delivery.envelope : undefined;
    case 'sqs':
      return delivery.body;
    case 'sns':
      return snsEnvelope(delivery.arn, delivery.body);
    case 'lambda':
    default:
      return undefined; // no bucket of the demo tells a function
  }
};

/** What of an S3 event ends on the `objects` queue, by whichever way the bucket chose. */
export const queueBodies = (event: ModelEvent): readonly string[] =>
  toDeliveries(event).flatMap((delivery) => {
    const body = toBody(delivery);
    return body === undefined ? [] : [JSON.stringify(body)];
  });
