import { toDeliveries, type Delivery } from '../../model/events/deliveries.ts';
import type { ModelEvent } from '../../model/events/model-event.ts';
import type { Outgoing } from './outgoing.ts';

const wrap = (delivery: Delivery): Outgoing => {
  if (delivery.kind === 'eventbridge') {
    const { account, region, source, resources, detail, ...rest } = delivery.envelope;
    return {
      kind: 'eventbridge',
      account,
      region,
      // id and time are EventBridge's to give
      entry: {
        Source: source,
        DetailType: rest['detail-type'],
        Detail: JSON.stringify(detail),
        Resources: resources,
      },
    };
  }
  const { kind, arn } = delivery;
  const body = JSON.stringify(delivery.body);
  if (kind === 'sqs') return { kind, arn, body };
  if (kind === 'sns') return { kind, arn, subject: 'Amazon S3 Notification', message: body };
  return { kind: 'undeliverable', arn };
};

export const toOutgoing = (event: ModelEvent): readonly Outgoing[] => toDeliveries(event).map(wrap);
