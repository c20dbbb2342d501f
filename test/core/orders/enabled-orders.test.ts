import { expect, it } from '@jest/globals';
import { enabledOrders, isEnabled, matchesBucket } from '../../../core/orders/enabled-orders.ts';
import type { Order, OrderKind } from '../../../core/orders/order.ts';
import { makeViolation } from '../../made/facts.ts';

const order = (kind: OrderKind, bucket: string): Order =>
  ({
    kind,
    ref: { bucket, key: 'k', versionId: 'v1' },
    pin: { kind: 'version', versionId: 'v1' },
    because: makeViolation(),
    policyHash: 'hash',
    intentId: 'i1',
  }) as unknown as Order;

it.each([
  ['an update, in any bucket', [], [], 'update-encryption', 'anything', true],
  ['a copy, where nothing was listed', [], ['*'], 'copy', 'payroll', false],
  ['a copy in a listed bucket', ['logs', 'payroll'], [], 'copy', 'payroll', true],
  ['a copy in a bucket whose name only starts alike', ['payroll'], [], 'copy', 'payroll-x', false],
  ['a copy in parts by a pattern', ['payroll-*'], [], 'copy-in-parts', 'payroll-eu', true],
  ['an isolation by a one-letter pattern', [], ['pay?oll'], 'isolate', 'payroll', true],
  ['a dot that is no pattern', [], ['pay.oll'], 'isolate', 'payroll', false],
  ['a move in a listed bucket', [], ['payroll'], 'move', 'payroll', true],
  ['a move in a bucket listed for copies only', ['payroll'], [], 'move', 'payroll', false],
] as const)('%s', (_title, copies, quarantines, kind, bucket, enabled) => {
  expect(isEnabled(enabledOrders(copies, quarantines), order(kind, bucket))).toBe(enabled);
});

it('takes a dot in a pattern for a dot', () => {
  expect(matchesBucket('pay.roll', 'pay.roll')).toBe(true);
  expect(matchesBucket('pay.roll', 'pay-roll')).toBe(false);
});

it('enables nothing of a kind that the stack has no writer for', () => {
  expect(isEnabled(new Map(), order('copy', 'payroll'))).toBe(false);
});
