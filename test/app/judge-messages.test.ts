import { describe, expect, it } from '@jest/globals';
import { createJudgeMessages, TIME_TO_SETTLE } from '../../app/judge-messages.ts';
import { createJudgeRef } from '../../app/judge-ref.ts';
import { intentsOpen } from '../../core/ledger/intents-open.ts';
import type { RefMessage, TriggeredRef } from '../../core/messages/ref-message.ts';
import { enabledOrders } from '../../core/orders/enabled-orders.ts';
import type { ObjectFacts, Reading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { makeObject, sseKms } from '../made/facts.ts';
import { makeComplaints, makeJudgePorts, makeSettlePorts, message, TARGET } from './fakes.ts';

const refs = (...some: readonly TriggeredRef[]): RefMessage => ({
  v: 1,
  cause: 'event',
  refs: some,
});
const ref = (key: string, more: Partial<TriggeredRef> = {}): TriggeredRef => ({
  bucket: 'payroll',
  key,
  sequencer: '01',
  ...more,
});

/** Keys say what is there: `good…`, `bad…`, `gone…`, `broken…`. */
const read = ({ bucket, key, versionId = 'v1' }: Ref): Reading | Error => {
  const at = { ref: { bucket, key, versionId } };
  if (key.startsWith('broken')) return new Error('SlowDown');
  if (key.startsWith('gone')) return { kind: 'gone', ...at, deleteMarker: false };
  return makeObject(key.startsWith('good') ? sseKms('target') : { kind: 'sse-s3' }, at);
};

const makeReader = ({
  lose,
  object = {},
}: { lose?: (what: string, index: number) => boolean; object?: Partial<ObjectFacts> } = {}) => {
  const judging = makeJudgePorts((one) => {
    const reading = read(one);
    return reading instanceof Error || reading.kind !== 'object'
      ? reading
      : { ...reading, ...object };
  });
  const settling = makeSettlePorts(lose);
  const { complain, complaints } = makeComplaints();
  const judge = createJudgeMessages(
    {
      ...settling.ports,
      judgeRef: createJudgeRef(judging.ports),
      ownBuckets: new Set(['audit']),
      atOnce: 3,
      stack: { mode: 'enforce', orders: enabledOrders([], []) },
    },
    complain,
  );
  return { judge, ...settling, calls: judging.calls, complaints };
};
const PLENTY = () => 30_000;

const firstPass = async () => {
  const first = makeReader();
  await first.judge([message('m1', refs(ref('bad')))], PLENTY);
  const [order] = first.orders;
  if (order === undefined) throw new Error('no order');
  return { order, opened: first.records };
};

describe('a batch', () => {
  it('records every verdict, and sends an order for what can be mended', async () => {
    const { judge, records, orders } = makeReader();
    const failed = await judge(
      [message('m1', refs(ref('good'))), message('m2', refs(ref('bad'), ref('gone')))],
      PLENTY,
    );
    expect(failed).toEqual(new Set());
    expect(records.map(({ unmapped }) => unmapped.sealward.kind)).toEqual([
      'compliant',
      'intent',
      'gone',
    ]);
    expect(orders).toMatchObject([
      { kind: 'update-encryption', ref: { key: 'bad', versionId: 'v1' }, to: { keyArn: TARGET } },
    ]);
    expect(intentsOpen(records).map(({ intentId }) => intentId)).toEqual(
      orders.map(({ intentId }) => intentId),
    );
  });

  it('that is empty does nothing', async () => {
    const { judge, log } = makeReader();
    expect(await judge([], PLENTY)).toEqual(new Set());
    expect(log).toEqual([]);
  });

  it('never sends an order before its intent is in the ledger', async () => {
    const { judge, log } = makeReader();
    await judge([message('m1', refs(ref('bad1'), ref('bad2')))], PLENTY);
    expect(log).toEqual(['record', 'record', 'order', 'order', 'alert', 'alert']);
  });

  it('judges the same event once, delivered twice', async () => {
    const { judge, calls, records } = makeReader();
    await judge([message('m1', refs(ref('good'))), message('m2', refs(ref('good')))], PLENTY);
    expect(calls).toEqual(['head payroll/good']);
    expect(records).toHaveLength(1);
  });

  it('judges another write of the same key on its own', async () => {
    const { judge, calls } = makeReader();
    await judge([message('m1', refs(ref('good'), ref('good', { sequencer: '02' })))], PLENTY);
    expect(calls).toHaveLength(2);
  });

  it('never looks into our own buckets', async () => {
    const { judge, calls, log } = makeReader();
    expect(
      await judge([message('m1', refs({ bucket: 'audit', key: 'ledger/x' }))], PLENTY),
    ).toEqual(new Set());
    expect([calls, log]).toEqual([[], []]);
  });
});

describe('a message goes back to the queue', () => {
  it('when one of its refs could not be judged, and delays no other', async () => {
    const { judge, records, complaints } = makeReader();
    const failed = await judge(
      [message('m1', refs(ref('broken'))), message('m2', refs(ref('good')))],
      PLENTY,
    );
    expect(failed).toEqual(new Set(['m1']));
    expect(records).toHaveLength(1);
    expect(complaints).toMatchObject([{ what: 'could not be judged', about: { key: 'broken' } }]);
  });

  it.each([
    ['its record is not durable', 'record', ['m1'], { records: 1, orders: 1 }],
    ['its order did not arrive', 'order', ['m1'], { records: 2, orders: 1 }],
    ['its alert did not arrive', 'alert', ['m1'], { records: 2, orders: 2 }],
  ])('when %s', async (_title, what, expected, counts) => {
    const { judge, records, orders } = makeReader({
      lose: (sent, index) => sent === what && index === 0,
    });
    const failed = await judge(
      [message('m1', refs(ref('bad1'))), message('m2', refs(ref('bad2')))],
      PLENTY,
    );
    expect(failed).toEqual(new Set(expected));
    expect({ records: records.length, orders: orders.length }).toEqual(counts);
  });

  it('both of them, when the ref they share was not recorded', async () => {
    const { judge } = makeReader({ lose: () => true });
    const failed = await judge(
      [message('m1', refs(ref('good'))), message('m2', refs(ref('good')))],
      PLENTY,
    );
    expect(failed).toEqual(new Set(['m1', 'm2']));
  });

  it('when S3 does not answer in time, and delays no other', async () => {
    const hang = new Promise<never>(() => {});
    const settling = makeSettlePorts();
    const { ports } = makeJudgePorts(read);
    const judge = createJudgeMessages(
      {
        ...settling.ports,
        judgeRef: createJudgeRef({
          ...ports,
          readObject: async (one) => (one.key === 'slow' ? hang : ports.readObject(one)),
        }),
        ownBuckets: new Set(),
        atOnce: 3,
        stack: { mode: 'observe', orders: enabledOrders([], []) },
      },
      makeComplaints().complain,
    );
    const failed = await judge(
      [message('m1', refs(ref('slow'))), message('m2', refs(ref('good')))],
      () => TIME_TO_SETTLE + 10,
    );
    expect(failed).toEqual(new Set(['m1']));
    expect(settling.records).toHaveLength(1);
  });

  it.each(['record', 'order'])('when sending the %s fails altogether', async (what) => {
    const settling = makeSettlePorts();
    const { ports } = makeJudgePorts(read);
    const fails = async (): Promise<never> => Promise.reject(new Error('service away'));
    const judge = createJudgeMessages(
      {
        ...settling.ports,
        ...(what === 'record' ? { record: fails } : { sendOrders: fails }),
        judgeRef: createJudgeRef(ports),
        ownBuckets: new Set(),
        atOnce: 3,
        stack: { mode: 'enforce', orders: enabledOrders([], []) },
      },
      makeComplaints().complain,
    );
    expect(await judge([message('m1', refs(ref('bad')))], PLENTY)).toEqual(new Set(['m1']));
    expect(settling.orders).toEqual([]);
  });

  it('when too little time is left to begin it', async () => {
    const { judge, calls } = makeReader();
    expect(await judge([message('m1', refs(ref('good')))], () => TIME_TO_SETTLE - 1)).toEqual(
      new Set(['m1']),
    );
    expect(calls).toEqual([]);
  });
});

it('settles what nobody understands as evidence, with an alert, and does not retry it', async () => {
  const { judge, records, alerts } = makeReader();
  expect(
    await judge([message('m1', '{"hello":'), message('m2', refs(ref('good')))], PLENTY),
  ).toEqual(new Set());
  expect(records.map(({ unmapped }) => unmapped.sealward.kind)).toEqual([
    'unreadable-message',
    'compliant',
  ]);
  expect(records[0]?.unmapped.sealward.body?.base64).toBe(
    Buffer.from('{"hello":').toString('base64'),
  );
  expect(alerts).toHaveLength(1);
});

it('gives our own message of another version back: acknowledged, its intents would stay open', async () => {
  const { judge, log } = makeReader();
  expect(await judge([message('m1', { v: 2, cause: 'event', refs: [] })], PLENTY)).toEqual(
    new Set(['m1']),
  );
  expect(log).toEqual([]);
});

it('dates a record by when its object was read, not by when its batch was done', async () => {
  let time = 0;
  const judging = makeJudgePorts(read);
  const settling = makeSettlePorts();
  const now = (): Date => new Date((time += 1_000));
  const judge = createJudgeMessages(
    {
      ...settling.ports,
      now,
      judgeRef: createJudgeRef({ ...judging.ports, now }),
      ownBuckets: new Set(),
      atOnce: 1,
      stack: { mode: 'observe', orders: enabledOrders([], []) },
    },
    makeComplaints().complain,
  );
  await judge([message('m1', refs(ref('good1'), ref('good2')))], PLENTY);
  const [first, second] = settling.records.map((record) => record.time);
  expect(first).toBe(1_000);
  expect(second).toBeGreaterThan(1_000);
});

describe('a ref that its writer sent back', () => {
  it('closes the intent when the object is compliant now', async () => {
    const { order, opened } = await firstPass();
    const { judge, records, orders } = makeReader({ object: { encryption: sseKms('target') } });
    const returned = {
      intentId: order.intentId,
      rule: 'payroll',
      outcome: { kind: 'applied' },
    } as const;
    await judge([message('m2', { ...refs(ref('bad', { returned })), cause: 'writer' })], PLENTY);
    expect(records[0]).toMatchObject({
      activity_id: 3,
      status_id: 4,
      compliance: { status_id: 1 },
    });
    expect(intentsOpen([...opened, ...records])).toEqual([]);
    expect(orders).toEqual([]);
  });

  it.each([
    ['refused', { kind: 'refused', code: 'KMS.DisabledException', words: 'disabled' }, 'refused'],
    ['applied and changed nothing', { kind: 'applied' }, 'failed'],
    ['given up by its queue', { kind: 'failed', words: 'given up' }, 'violation'],
    ['no longer ordered', { kind: 'superseded', words: 'observes' }, 'violation'],
  ] as const)('is not ordered again when it was %s', async (_title, outcome, kind) => {
    const { order, opened } = await firstPass();
    const { judge, records, orders } = makeReader();
    const returned = { intentId: order.intentId, rule: 'payroll', outcome };
    await judge([message('m2', { ...refs(ref('bad', { returned })), cause: 'writer' })], PLENTY);
    expect(orders).toEqual([]);
    expect(records[0]?.unmapped.sealward.kind).toBe(kind);
    expect(intentsOpen([...opened, ...records])).toEqual([]);
  });

  it('is ordered anew when newer data is there', async () => {
    const { order, opened } = await firstPass();
    const { judge, records, orders } = makeReader({
      object: { ref: { bucket: 'payroll', key: 'bad', versionId: 'v2' } },
    });
    const returned = {
      intentId: order.intentId,
      rule: 'payroll',
      outcome: { kind: 'superseded', words: 'gone' },
    } as const;
    await judge([message('m2', { ...refs(ref('bad', { returned })), cause: 'writer' })], PLENTY);
    expect(orders).toMatchObject([{ ref: { versionId: 'v2' } }]);
    expect(intentsOpen([...opened, ...records]).map(({ intentId }) => intentId)).toEqual([
      orders[0]?.intentId,
    ]);
  });
});

it('puts a ref that is being replicated back, to be judged again later', async () => {
  const { judge, waits, orders } = makeReader({ object: { replication: 'pending' } });
  const returned = { intentId: 'i', rule: 'payroll', outcome: { kind: 'applied' } } as const;
  await judge([message('m1', refs(ref('bad', { attempt: 2, returned })))], PLENTY);
  expect(orders).toEqual([]);
  expect(waits).toEqual([
    { seconds: 900, message: { v: 1, cause: 'wait', refs: [ref('bad', { attempt: 3 })] } },
  ]);
});
