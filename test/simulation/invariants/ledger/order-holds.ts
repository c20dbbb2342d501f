import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { Order } from '../../../../core/orders/order.ts';
import type { QueueName } from '../../steps/step.ts';
import { detailOf, type Place, placeOf } from './record-of.ts';

/** An intent as a durable record opened it. */
export type Intent = Place & {
  readonly kind: Order['kind'];
  readonly to: string; // algorithm, key and bucket key; empty where nothing is encrypted
  readonly record: LedgerRecord;
  readonly index: number; // of its record, in the order in which records became durable
};

const targetOf = (to: { algorithm: string; keyArn: string; bucketKey: boolean } | undefined) =>
  to === undefined ? '' : `${to.algorithm} ${to.keyArn} ${to.bucketKey}`;

export const toOf = (order: Order): string => targetOf('to' in order ? order.to : undefined);

export const intentOf = (record: LedgerRecord, index: number): Intent | undefined => {
  const { intent } = detailOf(record);
  const place = placeOf(record);
  return intent === undefined || place === undefined
    ? undefined
    : { ...place, kind: intent.order.kind, to: targetOf(intent.order.to), record, index };
};

/** Whether a record said beforehand exactly what this order does. */
export const isIntended = (order: Order, intents: readonly Intent[] | undefined): boolean =>
  (intents ?? []).some(
    ({ bucket, key, version, kind, to }) =>
      bucket === order.ref.bucket &&
      key === order.ref.key &&
      version === order.ref.versionId &&
      kind === order.kind &&
      to === toOf(order),
  );

export const QUEUE_OF: Readonly<Record<Order['kind'], QueueName>> = {
  'update-encryption': 'reencrypt',
  copy: 'copy',
  'copy-in-parts': 'copy',
  isolate: 'quarantine',
  move: 'quarantine',
};
