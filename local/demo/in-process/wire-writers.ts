import { type ApplyOrdersPorts, createApplyOrders } from '../../../app/apply-orders.ts';
import { createCopyOntoItself } from '../../../app/copies/copy-onto-itself.ts';
import { createForgetCopy } from '../../../app/copies/forget-copy.ts';
import { createUpdateObjectEncryption } from '../../../aws/update-object-encryption.ts';
import { serialiseOrder } from '../../../core/messages/order-message.ts';
import { serialiseRefMessage } from '../../../core/messages/parse-ref-message.ts';
import type { OrderKind } from '../../../core/orders/order.ts';
import { copyPorts } from '../../../runtime/copy-ports.ts';
import { quarantineAppliers } from '../../../runtime/wire-quarantine-object.ts';
import { LARGEST_COPY, PART_BYTES } from '../stage/params.ts';
import type { InProcessPorts, QueueName } from './in-process-ports.ts';

type Shared = Omit<ApplyOrdersPorts<OrderKind>, 'apply' | 'timeToApply' | 'atOnce'>;

const shared = ({ policy, queues }: InProcessPorts, own: QueueName): Shared => ({
  policy,
  mode: 'enforce',
  admit: async () => Promise.resolve({ kind: 'go' }), // no breaker: nothing here lasts an hour
  isOpen: async () => Promise.resolve(false),
  announce: async () => Promise.resolve(),
  sendBack: async (message) => {
    queues().objects.send(serialiseRefMessage(message));
    return Promise.resolve();
  },
  sendAgain: async (order, again, delaySeconds) => {
    queues()[own].send(serialiseOrder(order, again), delaySeconds);
    return Promise.resolve();
  },
});

/** The writers, with the adapters that they are deployed with. */
export const wireWriters = (ports: InProcessPorts) => {
  const { s3, dynamoDb, account, complain, environment } = ports;
  const copies = copyPorts({
    s3,
    dynamoDb,
    account,
    stateTable: 'state',
    largestCopy: LARGEST_COPY,
    partBytes: PART_BYTES,
    now: ports.ledger.now,
  });
  const copy = createCopyOntoItself(copies);
  return {
    reencrypt: createApplyOrders<'update-encryption'>(
      {
        ...shared(ports, 'reencrypt'),
        apply: { 'update-encryption': createUpdateObjectEncryption(s3, account) },
        timeToApply: 15_000,
        atOnce: 10,
      },
      complain,
    ),
    copy: createApplyOrders<'copy' | 'copy-in-parts'>(
      {
        ...shared(ports, 'copy'),
        apply: { copy, 'copy-in-parts': copy },
        forget: async ({ intentId }) => createForgetCopy(copies)(intentId),
        timeToApply: 60_000,
        atOnce: 1,
      },
      complain,
    ),
    quarantine: createApplyOrders<'isolate' | 'move'>(
      {
        ...shared(ports, 'quarantine'),
        apply: quarantineAppliers(s3, copies, environment),
        timeToApply: 60_000,
        atOnce: 1,
      },
      complain,
    ),
  };
};
