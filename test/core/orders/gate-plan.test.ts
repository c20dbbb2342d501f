import { describe, expect, it } from '@jest/globals';
import { boundWait } from '../../../core/orders/bound-wait.ts';
import { enabledOrders } from '../../../core/orders/enabled-orders.ts';
import { gatePlan, type StackOrders } from '../../../core/orders/gate-plan.ts';
import type { Order, Plan } from '../../../core/orders/order.ts';
import { makeObject, makeViolation } from '../../made/facts.ts';

const order: Order = {
  kind: 'isolate',
  ref: makeObject({ kind: 'sse-s3' }).ref,
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'i1',
};
const plan: Plan = { kind: 'order', order };
const all: StackOrders = { mode: 'enforce', orders: enabledOrders([], ['*']) };
const returned = (intentId: string) =>
  ({ intentId, rule: 'payroll', outcome: { kind: 'applied' } }) as const;

describe('a planned order', () => {
  it.each([
    ['is sent where rule and stack enforce', 'enforce', all, undefined, 'sent'],
    ['is not sent where the rule observes', 'observe', all, undefined, 'observe'],
    [
      'is not sent where the stack observes',
      'enforce',
      { ...all, mode: 'observe' },
      undefined,
      'observe',
    ],
    [
      'is not sent where no writer executes it',
      'enforce',
      { ...all, orders: enabledOrders(['*'], []) },
      undefined,
      'not-enabled',
    ],
    ['is not sent again once it was tried', 'enforce', all, returned('i1'), 'tried'],
    ['is sent where another order came back', 'enforce', all, returned('i2'), 'sent'],
  ] as const)('%s', (_title, mode, stack, back, expected) => {
    expect(gatePlan(plan, mode, stack, back)).toBe(expected);
  });

  it('is the only plan that can be sent', () => {
    expect(
      gatePlan({ kind: 'report', reason: 'archived' }, 'enforce', all, undefined),
    ).toBeUndefined();
  });
});

describe('a wait', () => {
  const wait: Plan = { kind: 'wait', reason: 'replication-pending', seconds: 900 };
  it.each([
    ['goes on for a day', 95, wait],
    ['then becomes a report', 96, { kind: 'report', reason: 'replication-pending' }],
  ])('%s', (_title, attempt, expected) => {
    expect(boundWait(wait, attempt)).toEqual(expected);
  });
  it('is the only plan that time changes', () => {
    expect(boundWait(plan, 96)).toBe(plan);
  });
});
