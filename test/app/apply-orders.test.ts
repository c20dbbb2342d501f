import { describe, expect, it } from '@jest/globals';
import { createApplyOrders, TIME_TO_APPLY } from '../../app/apply-orders.ts';
import { serialiseOrder } from '../../core/messages/order-message.ts';
import type { RefMessage } from '../../core/messages/ref-message.ts';
import type { Mode } from '../../core/policy/compiled-policy.ts';
import type { Policy } from '../../core/policy/load-policy.ts';
import type { Outcome, UpdateEncryption } from '../../core/orders/order.ts';
import { keyArn, makeViolation } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';
import { makeComplaints, message, POLICY, TARGET } from './fakes.ts';

const order: UpdateEncryption = {
  kind: 'update-encryption',
  ref: { bucket: 'payroll', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation({ rule: 'payroll' }),
  policyHash: 'an earlier one',
  intentId: 'intent',
  to: { algorithm: 'aws:kms', keyArn: TARGET, bucketKey: true },
};
const PLENTY = () => 30_000;

const makeWriter = (
  apply: () => Outcome | Error | Promise<Outcome> = () => ({ kind: 'applied' }),
  {
    lost = false,
    mode = 'enforce',
    policy = POLICY,
  }: { lost?: boolean; mode?: Mode; policy?: Policy } = {},
) => {
  const applied: UpdateEncryption[] = [];
  const sentBack: RefMessage[] = [];
  const { complain, complaints } = makeComplaints();
  const write = createApplyOrders(
    {
      policy,
      mode,
      kind: 'update-encryption',
      apply: async (one) => {
        applied.push(one);
        const outcome = apply();
        return outcome instanceof Error ? Promise.reject(outcome) : outcome;
      },
      sendBack: async (back) => {
        if (lost) throw new Error('queue away');
        sentBack.push(back);
        return Promise.resolve();
      },
      atOnce: 2,
    },
    complain,
  );
  return { write, applied, sentBack, complaints };
};

it('applies exactly the order, and sends the ref back with what came of it', async () => {
  const { write, applied, sentBack } = makeWriter();
  expect(await write([message('m1', serialiseOrder(order))], PLENTY)).toEqual(new Set());
  expect(applied).toEqual([order]);
  expect(sentBack).toEqual([
    {
      v: 1,
      cause: 'writer',
      refs: [
        {
          ...order.ref,
          returned: { intentId: 'intent', rule: 'payroll', outcome: { kind: 'applied' } },
        },
      ],
    },
  ]);
});

it('sends back what AWS refused, in its words', async () => {
  const outcome = { kind: 'refused', code: 'AccessDenied', words: 'no' } as const;
  const { write, sentBack } = makeWriter(() => outcome);
  await write([message('m1', serialiseOrder(order))], PLENTY);
  expect(sentBack[0]?.refs[0]?.returned?.outcome).toEqual(outcome);
});

describe('an order that stack or policy no longer give', () => {
  const observing = makePolicy(
    `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll"] }
    mode: observe
    require: { encryption: [aws:kms], kms-key: [alias/target] }
    on-violation: re-encrypt
    target: { kms-key: alias/target }
`,
    makeLock('target'),
  );
  it.each([
    ['because the stack observes by now', order, { mode: 'observe' }],
    ['because the rule observes by now', order, { policy: observing }],
    ['because the rule is gone', { ...order, because: makeViolation({ rule: 'gone' }) }, {}],
    [
      'because the key is no target of the rule',
      { ...order, to: { ...order.to, keyArn: keyArn('target2') } },
      {},
    ],
    [
      'because the bucket-key flag is another one',
      { ...order, to: { ...order.to, bucketKey: false } },
      {},
    ],
  ] as const)('is superseded %s, and touches nothing', async (_title, one, options) => {
    const { write, applied, sentBack } = makeWriter(undefined, options);
    expect(await write([message('m1', serialiseOrder(one))], PLENTY)).toEqual(new Set());
    expect(applied).toEqual([]);
    expect(sentBack[0]?.refs[0]?.returned?.outcome.kind).toBe('superseded');
  });
});

it('waits for a deployment to be through before it calls an order superseded', async () => {
  const { write, sentBack } = makeWriter(undefined, { mode: 'observe' });
  const delivery = (receiveCount: number) => [
    { ...message('m1', serialiseOrder(order)), receiveCount },
  ];
  for (const count of [1, 2]) {
    expect(await write(delivery(count), PLENTY)).toEqual(new Set(['m1']));
  }
  expect(sentBack).toEqual([]);
  expect(await write(delivery(3), PLENTY)).toEqual(new Set());
  expect(sentBack).toHaveLength(1);
});

describe('an order goes back to its queue', () => {
  it.each([
    ['when it is not understood', '{}', 0],
    ['when another writer executes it', serialiseOrder({ ...order, kind: 'copy', size: 1 }), 0],
  ])('%s, untouched', async (_title, body, touched) => {
    const { write, applied, complaints } = makeWriter();
    expect(await write([message('m1', body)], PLENTY)).toEqual(new Set(['m1']));
    expect(applied).toHaveLength(touched);
    expect(complaints).toHaveLength(1);
  });

  it('when AWS may do it later, and delays no other', async () => {
    let first = true;
    const { write, sentBack } = makeWriter(() => {
      const outcome = first ? new Error('SlowDown') : ({ kind: 'applied' } as const);
      first = false;
      return outcome;
    });
    const failed = await write(
      [message('m1', serialiseOrder(order)), message('m2', serialiseOrder(order))],
      PLENTY,
    );
    expect(failed).toEqual(new Set(['m1']));
    expect(sentBack).toHaveLength(1);
  });

  it('when the ref could not be sent back: applying again is harmless', async () => {
    const { write } = makeWriter(undefined, { lost: true });
    expect(await write([message('m1', serialiseOrder(order))], PLENTY)).toEqual(new Set(['m1']));
  });

  it('when S3 does not answer in time', async () => {
    const { write, sentBack } = makeWriter(async () => new Promise<Outcome>(() => {}));
    const hardly = (): number => TIME_TO_APPLY - 6_990; // begun at the last moment, 10 ms for the answer
    const begun = [TIME_TO_APPLY, hardly()];
    expect(await write([message('m1', serialiseOrder(order))], () => begun.shift() ?? 0)).toEqual(
      new Set(['m1']),
    );
    expect(sentBack).toEqual([]);
  });

  it('when too little time is left to begin it', async () => {
    const { write, applied } = makeWriter();
    expect(await write([message('m1', serialiseOrder(order))], () => TIME_TO_APPLY - 1)).toEqual(
      new Set(['m1']),
    );
    expect(applied).toEqual([]);
  });
});
