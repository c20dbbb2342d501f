import { expect, it } from '@jest/globals';
import { createCloseDeadLetters } from '../../app/close-dead-letters.ts';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import type { Order } from '../../core/orders/order.ts';
import { makeViolation } from '../made/facts.ts';
import { makeClosePorts, makeComplaints, message, TARGET } from './fakes.ts';

const order: Order = {
  kind: 'update-encryption',
  ref: { bucket: 'payroll', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'intent',
  to: { algorithm: 'aws:kms', keyArn: TARGET, bucketKey: true },
};
const LETTERS = [
  message('order', serialiseOrder(order)),
  message('refs', {
    v: 1,
    cause: 'sweep',
    runId: 'r1',
    refs: [
      { bucket: 'b', key: 'k1' },
      { bucket: 'b', key: 'k2' },
    ],
  }),
  message('poison', '<xml/>'),
  message('test event', { Event: 's3:TestEvent' }),
  message('notice', {
    v: 1,
    notice: { kind: 'breaker-opened', rule: 'payroll', orders: 1, hour: 'h', at: 'a' },
  }),
  message('notice of another version', { v: 2, notice: {} }),
];

it('ends every dead letter in the ledger and in an alert', async () => {
  const { ports, records, alerts, back } = makeClosePorts();
  const close = createCloseDeadLetters(ports, makeComplaints().complain);
  expect(await close(LETTERS)).toEqual(new Set());
  expect(records.map(({ unmapped: { sealward } }) => [sealward.kind, sealward.tries])).toEqual([
    ['failed', 5],
    ['indeterminate', 5],
    ['indeterminate', 5],
    ['unreadable-message', undefined],
    ['breaker-opened', undefined],
    ['unreadable-message', undefined],
  ]);
  expect(records[0]?.unmapped.sealward.closes).toMatchObject({
    intentId: 'intent',
    outcome: 'failed',
  });
  expect(alerts).toHaveLength(6);
  const outcome = { kind: 'failed', words: 'given up after 5 tries' };
  expect(back).toEqual([
    {
      v: 1,
      cause: 'writer',
      refs: [{ ...order.ref, returned: { intentId: 'intent', rule: 'payroll', outcome } }],
    },
  ]);
});

it('has judged what EventBridge could not deliver, as if it had', async () => {
  const { ports, records, back } = makeClosePorts();
  const event = { v: 1, cause: 'event', refs: [{ bucket: 'b', key: 'k', sequencer: '01' }] };
  const letter = { ...message('undelivered', event), queueArn: ports.neverTried };
  expect(await createCloseDeadLetters(ports, makeComplaints().complain)([letter])).toEqual(
    new Set(),
  );
  expect(back).toEqual([event]);
  expect(records).toEqual([]);
});

it('sends no ref back for a letter that will come again', async () => {
  const { ports, back } = makeClosePorts((sent) => sent === 'alert');
  await createCloseDeadLetters(
    ports,
    makeComplaints().complain,
  )([message('order', serialiseOrder(order))]);
  expect(back).toEqual([]);
});

it.each([
  ['record', 0],
  ['ref', 1],
  ['alert', 1],
])('gives a letter back whose %s did not arrive', async (what, recorded) => {
  const { ports, records } = makeClosePorts((sent) => sent === what);
  const close = createCloseDeadLetters(ports, makeComplaints().complain);
  expect(await close([message('order', serialiseOrder(order))])).toEqual(new Set(['order']));
  expect(records).toHaveLength(recorded);
});
