import { describe, expect, it } from '@jest/globals';
import { createJudgeMessages } from '../../app/judge-messages.ts';
import { createJudgeRef } from '../../app/judge-ref.ts';
import { intentsOpen } from '../../core/ledger/intents-open.ts';
import { serialiseNotice } from '../../core/messages/notice-message.ts';
import { toReturn } from '../../core/messages/ref-message.ts';
import type { Encryption } from '../../core/objects/encryption.ts';
import type { Ref } from '../../core/objects/ref.ts';
import { enabledOrders } from '../../core/orders/enabled-orders.ts';
import type { Outcome } from '../../core/orders/order.ts';
import { makeObject, sseKms } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';
import { makeComplaints, makeJudgePorts, makeSettlePorts, message } from './fakes.ts';

const rule = (id: string, says: string) => `
  - id: ${id}
    match: { buckets: ["${id}"] }
    require: { encryption: [aws:kms], kms-key: [alias/target] }
    ${says}`;
const POLICY = makePolicy(
  `
version: 1
mode: enforce
rules:${rule('copied', 'on-violation: re-encrypt-by-copy\n    target: { kms-key: alias/target }')}${rule('moved', 'on-violation: quarantine')}${rule('isolated', 'on-violation: isolate')}
`,
  makeLock('target'),
);
const PLENTY = () => 30_000;

/** One bucket with one key: its versions, the last one current, and the tags that all of them have. */
const makeWorld = (bucket: string) => {
  const versions = new Map<string, Encryption>([['v1', { kind: 'none' }]]);
  const tags: Record<string, string> = {};
  const judging = makeJudgePorts(
    ({ versionId }: Ref) => {
      const found = versionId ?? [...versions.keys()].at(-1) ?? 'none';
      const ref = { bucket, key: 'k', versionId: found };
      const encryption = versions.get(found);
      return encryption === undefined
        ? { kind: 'gone', ref, deleteMarker: false }
        : makeObject(encryption, { ref });
    },
    { policy: POLICY },
  );
  const settling = makeSettlePorts();
  const judge = createJudgeMessages(
    {
      ...settling.ports,
      judgeRef: createJudgeRef({
        ...judging.ports,
        readObjectTags: async () => Promise.resolve({ kind: 'tags', tags }),
      }),
      ownBuckets: new Set(),
      atOnce: 3,
      stack: { mode: 'enforce', orders: enabledOrders(['*'], ['*']) },
    },
    makeComplaints().complain,
  );
  /** An upload is judged, its order done by `act`, and what comes back judged again. */
  const run = async (act: () => Outcome) => {
    const refs = [{ bucket, key: 'k', versionId: 'v1', sequencer: '01' }];
    await judge([message('m1', { v: 1, cause: 'event', refs })], PLENTY);
    const [order] = settling.orders;
    if (order === undefined) throw new Error('no order');
    expect(intentsOpen(settling.records).map(({ intentId }) => intentId)).toEqual([order.intentId]);
    const back = toReturn(order, act());
    expect(await judge([message('m2', back), message('m3', back)], PLENTY)).toEqual(new Set());
    return settling.records.slice(1).map((record) => ({
      version: record.resources[0].version,
      ...record.unmapped.sealward,
    }));
  };
  return { run, versions, tags, judge, ...settling };
};

describe('what comes back', () => {
  it('from a copy closes its intent on the new version, and opens none for the one left behind', async () => {
    const { run, versions, records, orders } = makeWorld('copied');
    const told = { became: 'v2', residual: 'v1' };
    const after = await run(() => {
      versions.set('v2', sseKms('target'));
      return { kind: 'applied', ...told };
    });
    expect(after).toMatchObject([
      { version: 'v2', kind: 'compliant', closes: { outcome: 'applied', ...told } },
      { version: 'v1', kind: 'violation', plan: { kind: 'report', reason: 'not-current' } },
    ]);
    expect(after[1]).not.toHaveProperty('closes');
    expect(orders).toHaveLength(1);
    expect(intentsOpen(records)).toEqual([]);
  });

  it('from a move says where the object is', async () => {
    const { run, versions, records, orders } = makeWorld('moved');
    const movedTo = 's3://quarantine/moved/intent/object';
    const after = await run(() => {
      versions.delete('v1');
      return { kind: 'applied', movedTo };
    });
    expect(orders).toMatchObject([{ kind: 'move' }]);
    expect(after).toMatchObject([{ version: 'v1', kind: 'gone', closes: { movedTo } }]);
    expect(records[1]?.message).toContain(`moved into quarantine as \`${movedTo}\``);
    expect(intentsOpen(records)).toEqual([]);
  });

  it('from an isolation is no failure: the object is in violation, and isolated', async () => {
    const { run, tags, records, orders } = makeWorld('isolated');
    const after = await run(() => {
      tags['sealward-isolated'] = 'isolated';
      return { kind: 'applied' };
    });
    expect(orders).toMatchObject([{ kind: 'isolate' }]);
    expect(after).toMatchObject([
      { kind: 'violation', plan: { reason: 'already-isolated' }, closes: { outcome: 'applied' } },
    ]);
    expect(records[1]?.message).toContain('isolated as ordered, its marker tag is there');
    expect(intentsOpen(records)).toEqual([]);
  });

  it('not yet: a marker that its uploader wrote keeps no order back', async () => {
    const { run, tags, orders } = makeWorld('isolated');
    tags['sealward-isolated'] = 'harmless';
    await run(() => ({ kind: 'applied' }));
    expect(orders).toMatchObject([{ kind: 'isolate' }]);
  });

  it('from an isolation whose tag is not there is one', async () => {
    const { run, records } = makeWorld('isolated');
    expect(await run(() => ({ kind: 'applied' }))).toMatchObject([{ kind: 'failed' }]);
    expect(intentsOpen(records)).toEqual([]);
  });
});

describe('a notice', () => {
  const notice = { kind: 'breaker-opened', rule: 'r', orders: 1, hour: 'h', at: 'a' } as const;
  const letter = (id: string) => message(id, serialiseNotice(notice));

  it('is recorded and alerted, always as the same record', async () => {
    const { judge, records, alerts } = makeWorld('copied');
    expect(await judge([letter('m1')], PLENTY)).toEqual(new Set());
    await judge([letter('m2')], PLENTY);
    expect(records.map(({ unmapped }) => unmapped.sealward.kind)).toEqual([
      'breaker-opened',
      'breaker-opened',
    ]);
    expect(new Set(records.map(({ metadata }) => metadata.uid)).size).toBe(1);
    expect(alerts[0]?.subject).toBe('sealward critical: breaker-opened: r');
  });

  it.each(['record', 'alert'])(
    'goes back to the queue when its %s did not arrive',
    async (what) => {
      const settling = makeSettlePorts((sent) => sent === what);
      const judge = createJudgeMessages(
        {
          ...settling.ports,
          judgeRef: async () => Promise.reject(new Error('nothing to judge')),
          ownBuckets: new Set(),
          atOnce: 1,
          stack: { mode: 'observe', orders: enabledOrders([], []) },
        },
        makeComplaints().complain,
      );
      expect(await judge([letter('m1')], PLENTY)).toEqual(new Set(['m1']));
    },
  );
});
