import { toEventBridgeEnvelope, type EventBridgeEnvelope } from './event-bridge-envelope.ts';
import type { ModelEvent } from './model-event.ts';
import { toNotificationRecord } from './notification-record.ts';
import { toTestEventBody } from './test-event-body.ts';

/** One message for one destination; `body` is what the queue, topic or function gets, before any JSON text is made. */
export type Delivery =
  | { readonly kind: 'eventbridge'; readonly envelope: EventBridgeEnvelope }
  | { readonly kind: 'sqs' | 'sns' | 'lambda'; readonly arn: string; readonly body: object };

/** Renders an event once per destination. S3 sends one record per notification message. */
export const toDeliveries = (event: ModelEvent): readonly Delivery[] =>
  event.destinations.flatMap((destination): readonly Delivery[] => {
    if (destination.kind === 'eventbridge') {
      return event.kind === 's3-event'
        ? [{ kind: 'eventbridge', envelope: toEventBridgeEnvelope(event) }]
        : [];
    }
    const { kind, arn, configurationId } = destination;
    const body =
      event.kind === 's3-event'
        ? { Records: [toNotificationRecord(event, configurationId)] }
        : toTestEventBody(event);
    return [{ kind, arn, body }];
  });
