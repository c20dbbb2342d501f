import { describe, expect, it } from '@jest/globals';
import { TIME_TO_RETURN } from '../../app/apply-orders.ts';
import { type Again, serialiseOrder } from '../../core/messages/order-message.ts';
import type { Order, Outcome, UpdateEncryption } from '../../core/orders/order.ts';
import { keyArn, makeViolation } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';
import { message, POLICY, TARGET } from './fakes.ts';
import { makeWriter } from './make-writer.ts';

const order: UpdateEncryption = {
  kind: 'update-encryption',
  ref: { bucket: 'payroll', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation({ rule: 'payroll' }),
  policyHash: POLICY.policyHash,
  intentId: 'intent',
  to: { algorithm: 'aws:kms', keyArn: TARGET, bucketKey: true },
};
const PLENTY = () => 30_000;
const deliver = (one: Order = order, again?: Again) => [message('m1', serialiseOrder(one, again))];
const OPENED = { rule: 'payroll', orders: 2, hour: 'at noon', at: 'soon after' };
const HELD = { kind: 'held', words: 'the circuit breaker is open' } as const;

it('applies exactly the order, and sends the ref back with what came of it', async () => {
  const { write, applied, sentBack, asked } = makeWriter();
  expect(await write(deliver(), PLENTY)).toEqual(new Set());
  expect(applied).toEqual([order]);
  expect(asked).toEqual(['intent']);
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
  const { write, sentBack } = makeWriter({ apply: () => outcome });
  await write(deliver(), PLENTY);
  expect(sentBack[0]?.refs[0]?.returned?.outcome).toEqual(outcome);
});

it('has both versions of a copy judged, and says of the new one what came of the order', async () => {
  const outcome = { kind: 'applied', became: 'v2', residual: 'v1' } as const;
  const { write, sentBack } = makeWriter({ apply: () => outcome });
  await write(deliver(), PLENTY);
  const returned = { intentId: 'intent', rule: 'payroll', outcome };
  expect(sentBack[0]?.refs).toEqual([{ ...order.ref, versionId: 'v2', returned }, order.ref]);
});

describe('an order that stack or policy no longer give', () => {
  const saying = (rule: string) =>
    makePolicy(
      `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll"] }
    require: { encryption: [aws:kms], kms-key: [alias/target] }
${rule}
`,
      makeLock('target'),
    );
  const reEncrypting = '    on-violation: re-encrypt\n    target: { kms-key: alias/target }';
  const observing = saying(`    mode: observe\n${reEncrypting}`);
  const reporting = saying('    on-violation: report');
  it.each([
    ['because the stack observes by now', order, { mode: 'observe' }],
    [
      'because the rule observes by now',
      { ...order, policyHash: observing.policyHash },
      { policy: observing },
    ],
    [
      'because the rule reports by now',
      { ...order, policyHash: reporting.policyHash },
      { policy: reporting },
    ],
    ['because another policy holds by now', { ...order, policyHash: 'an earlier one' }, {}],
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
    ['even where its breaker is open', order, { mode: 'observe', admission: HELD }],
  ] as const)('is superseded %s, and touches nothing', async (_title, one, options) => {
    const { write, applied, sentBack, sentAgain, asked } = makeWriter(options);
    expect(await write(deliver(one), PLENTY)).toEqual(new Set());
    expect([applied, asked, sentAgain]).toEqual([[], [], []]);
    expect(sentBack[0]?.refs[0]?.returned?.outcome.kind).toBe('superseded');
  });
});

it('forgets what it kept for the answer only once that is sent', async () => {
  const { write, log } = makeWriter();
  await write(deliver(), PLENTY);
  expect(log).toEqual(['sent back', 'forgotten']);
  const lost = makeWriter({ lost: 'ref' });
  expect(await lost.write(deliver(), PLENTY)).toEqual(new Set(['m1']));
  expect(lost.log).toEqual([]);
});

it('clears away what an order began, before it says that nobody wants it any more', async () => {
  const { write, log } = makeWriter({ mode: 'observe' });
  await write([{ ...message('m1', serialiseOrder(order)), receiveCount: 3 }], PLENTY);
  expect(log).toEqual(['abandoned', 'sent back']);
});

it('waits for a deployment to be through before it calls an order superseded', async () => {
  const { write, sentBack } = makeWriter({ mode: 'observe' });
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

describe('while the circuit breaker of its rule is open', () => {
  it('an order waits in its queue, untouched', async () => {
    const { write, applied, sentBack, sentAgain, announced } = makeWriter({ admission: HELD });
    expect(await write(deliver(), PLENTY)).toEqual(new Set());
    expect([applied, sentBack, announced]).toEqual([[], [], []]);
    expect(sentAgain).toEqual([
      { order, again: { why: 'held', times: 1 }, delaySeconds: 900 }, // the longest delay that SQS takes
    ]);
  });

  it('counts how often it waited', async () => {
    const { write, sentAgain } = makeWriter({ admission: HELD });
    await write(deliver(order, { why: 'held', times: 7 }), PLENTY);
    expect(sentAgain[0]?.again).toEqual({ why: 'held', times: 8 });
  });

  it('the order that opened it has that announced before it waits', async () => {
    const admission = { ...HELD, opened: OPENED };
    const { write, announced, sentAgain, log } = makeWriter({ admission });
    await write(deliver(), PLENTY);
    expect(announced).toEqual([OPENED]);
    expect(sentAgain).toHaveLength(1);
    expect(log).toEqual(['announced', 'sent again']);
  });

  it('the order that opened it comes again where that could not be announced', async () => {
    const admission = { ...HELD, opened: OPENED };
    const { write, sentAgain } = makeWriter({ admission, lost: 'notice' });
    expect(await write(deliver(), PLENTY)).toEqual(new Set(['m1']));
    expect(sentAgain).toEqual([]);
  });

  it('an order that was held is carried out once its rule has been resumed', async () => {
    const { write, applied, sentBack } = makeWriter();
    await write(deliver(order, { why: 'held', times: 300 }), PLENTY);
    expect(applied).toEqual([order]);
    expect(sentBack[0]?.refs[0]?.returned?.outcome).toEqual({ kind: 'applied' });
  });

  it('what no version id pins is judged anew once it has been resumed', async () => {
    const pin = { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' } as const;
    const unversioned = { ...order, ref: { bucket: 'payroll', key: 'k' }, pin };
    const { write, applied, sentBack } = makeWriter();
    await write(deliver(unversioned, { why: 'held', times: 300 }), PLENTY);
    expect(applied).toEqual([]);
    expect(sentBack).toEqual([{ v: 1, cause: 'writer', refs: [unversioned.ref] }]);
  });

  it('what is only judged anew is not counted, or a rule that holds many would never get on', async () => {
    const pin = { kind: 'etag', etag: 'e', lastModified: '2026-11-20T09:15:02.000Z' } as const;
    const unversioned = { ...order, ref: { bucket: 'payroll', key: 'k' }, pin };
    const resumed = makeWriter();
    await resumed.write(deliver(unversioned, { why: 'held', times: 3 }), PLENTY);
    expect([resumed.asked, resumed.looked.length]).toEqual([[], 1]);
    const open = makeWriter({ admission: HELD });
    await open.write(deliver(unversioned, { why: 'held', times: 3 }), PLENTY);
    expect([open.asked, open.sentBack, open.sentAgain]).toEqual([
      [],
      [],
      [{ order: unversioned, again: { why: 'held', times: 4 }, delaySeconds: 900 }],
    ]);
  });

  it('what was begun goes on, and is not counted again', async () => {
    const { write, applied, asked, sentBack } = makeWriter({ admission: HELD });
    await write(deliver(order, { why: 'continued', times: 3 }), PLENTY);
    expect([applied.length, asked.length, sentBack.length]).toEqual([1, 0, 1]);
  });
});

it('goes on at once where time ran out, and sends nothing back until it is done', async () => {
  const { write, sentBack, sentAgain } = makeWriter({ apply: () => 'continue' });
  expect(await write(deliver(order, { why: 'continued', times: 3 }), PLENTY)).toEqual(new Set());
  expect(sentBack).toEqual([]);
  expect(sentAgain).toEqual([{ order, again: { why: 'continued', times: 4 }, delaySeconds: 0 }]);
});

describe('an order goes back to its queue', () => {
  it.each([
    ['when it is not understood', '{}', 'not an order of version 1'],
    [
      'when another writer executes it',
      serialiseOrder({ ...order, kind: 'copy', size: 1 }),
      'this writer executes `update-encryption`, not `copy`',
    ],
  ])('%s, untouched', async (_title, body, words) => {
    const { write, applied, asked, complaints } = makeWriter();
    expect(await write([message('m1', body)], PLENTY)).toEqual(new Set(['m1']));
    expect([applied, asked]).toEqual([[], []]);
    expect(String(complaints[0]?.about['error'])).toContain(words);
  });

  it('when AWS may do it later, and delays no other', async () => {
    let first = true;
    const { write, sentBack } = makeWriter({
      apply: () => {
        const outcome = first ? new Error('SlowDown') : ({ kind: 'applied' } as const);
        first = false;
        return outcome;
      },
    });
    const failed = await write(
      [message('m1', serialiseOrder(order)), message('m2', serialiseOrder(order))],
      PLENTY,
    );
    expect(failed).toEqual(new Set(['m1']));
    expect(sentBack).toHaveLength(1);
  });

  it.each([
    ['the breaker could not be asked', { admission: new Error('table away') }, 0],
    ['the ref could not be sent back: applying again is harmless', { lost: 'ref' }, 1],
    ['it could not be sent again', { apply: () => 'continue', lost: 'order' }, 1],
  ] as const)('when %s', async (_title, options, applications) => {
    const { write, applied } = makeWriter(options);
    expect(await write(deliver(), PLENTY)).toEqual(new Set(['m1']));
    expect(applied).toHaveLength(applications);
  });

  it('when S3 does not answer in time', async () => {
    const { write, sentBack } = makeWriter({
      apply: async () => new Promise<Outcome>(() => {}),
    });
    const hardly = TIME_TO_RETURN + 10; // begun at the last moment, 10 ms for the answer
    const begun = [15_000, hardly, hardly];
    expect(await write(deliver(), () => begun.shift() ?? 0)).toEqual(new Set(['m1']));
    expect(sentBack).toEqual([]);
  });

  it.each([
    ['before the breaker is asked', [14_999], 0],
    ['once the breaker has answered', [15_000, TIME_TO_RETURN - 1], 1],
  ])('when too little time is left to begin it, %s', async (_title, left, asks) => {
    const { write, applied, asked } = makeWriter();
    const timeLeft = [...left];
    expect(await write(deliver(), () => timeLeft.shift() ?? 0)).toEqual(new Set(['m1']));
    expect(applied).toEqual([]);
    expect(asked).toHaveLength(asks);
  });
});
