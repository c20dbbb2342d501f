import type { JudgePorts } from '../../app/judge-ports.ts';
import type { SettlePorts, Wait } from '../../app/settle.ts';
import type { Alert } from '../../core/alerts/alert.ts';
import type { KeyAlias, KeyArn } from '../../core/keys/key-arn.ts';
import type { KeyReading } from '../../core/keys/key-facts.ts';
import type { LedgerRecord } from '../../core/ledger/ledger-record.ts';
import type { RefMessage } from '../../core/messages/ref-message.ts';
import type { Reading } from '../../core/objects/object-facts.ts';
import type { Ref } from '../../core/objects/ref.ts';
import type { Order } from '../../core/orders/order.ts';
import type { Policy } from '../../core/policy/load-policy.ts';
import { ACCOUNT, keyArn, makeKey, REGION } from '../made/facts.ts';
import { makeLock, makePolicy } from '../made/policy.ts';

export const NOW = new Date('2026-11-24T12:00:00Z');

export const POLICY = makePolicy(
  `
version: 1
mode: enforce
rules:
  - id: payroll
    match: { buckets: ["payroll"] }
    require: { encryption: [aws:kms], kms-key: [alias/target] }
    on-violation: re-encrypt
    target: { kms-key: alias/target }
    severity: high
  - id: tagged
    match: { buckets: ["tagged"], object-tags: { pii: "yes" } }
    require: { encryption: [aws:kms] }
    on-violation: report
`,
  makeLock('target'),
);

/** Ports of judging over a fixed world, with every call written down. */
export const makeJudgePorts = (
  read: (ref: Ref) => Reading | Error,
  { policy = POLICY, keys = {} }: { policy?: Policy; keys?: Record<string, KeyReading> } = {},
) => {
  const calls: string[] = [];
  const answer = <Value>(call: string, value: Value): Promise<Value> => {
    calls.push(call);
    return Promise.resolve(value);
  };
  const ports: JudgePorts = {
    policy,
    account: ACCOUNT,
    readObject: async (ref) => {
      calls.push(`head ${ref.bucket}/${ref.key}`);
      const reading = read(ref);
      if (reading instanceof Error) {
        throw reading;
      }
      return Promise.resolve(reading);
    },
    readObjectTags: async () =>
      answer('object-tags', { kind: 'tags', tags: { pii: 'yes' } } as const),
    readBucketTags: async () => answer('bucket-tags', { kind: 'tags', tags: {} } as const),
    readKey: async (key: KeyArn | KeyAlias) =>
      answer(`key ${key}`, keys[key] ?? makeKey(key.replace(/^.*\//, ''))),
    readRotation: async () => answer('rotation', { kind: 'rotation', enabled: true } as const),
    readReplication: async () => answer('replication', { kind: 'takes-sse-kms' } as const),
    readVersioning: async () =>
      answer('versioning', { kind: 'versioning', status: 'enabled', mfaDelete: false } as const),
    largestCopy: 5 * 1024 ** 3,
    now: () => NOW,
  };
  return { ports, calls };
};

/** What was settled, in the order in which it happened; `lose` names what shall not arrive. */
export const makeSettlePorts = (lose: (what: string, index: number) => boolean = () => false) => {
  const log: string[] = [];
  const records: LedgerRecord[] = [];
  const orders: Order[] = [];
  const waits: Wait[] = [];
  const alerts: Alert[] = [];
  const keep =
    <Item>(what: string, into: Item[]) =>
    async (items: readonly Item[]): Promise<ReadonlySet<number>> => {
      const lost = new Set([...items.keys()].filter((index) => lose(what, index)));
      items.forEach((item, index) => {
        if (!lost.has(index)) {
          log.push(what);
          into.push(item);
        }
      });
      return Promise.resolve(lost);
    };
  const ports: SettlePorts = {
    record: keep('record', records),
    sendOrders: keep('order', orders),
    sendLater: keep('wait', waits),
    publishAlerts: keep('alert', alerts),
    alertFrom: 'high', // as the stack unless told otherwise
    ledger: {
      account: ACCOUNT,
      region: REGION,
      partition: 'aws',
      stack: 'sealward-test',
      policyHash: POLICY.policyHash,
      productVersion: '0.0.0',
    },
    now: () => NOW,
  };
  return { ports, log, records, orders, waits, alerts };
};

/** The same, and the refs that were sent back to be judged once more. */
export const makeClosePorts = (lose: (what: string, index: number) => boolean = () => false) => {
  const settling = makeSettlePorts(lose);
  const back: RefMessage[] = [];
  const sendBack = async (refs: readonly RefMessage[]): Promise<ReadonlySet<number>> => {
    const lost = new Set([...refs.keys()].filter((index) => lose('ref', index)));
    back.push(...refs.filter((_, index) => !lost.has(index)));
    return Promise.resolve(lost);
  };
  const neverTried = 'arn:aws:sqs:eu-west-1:111122223333:rule-dlq';
  return { ...settling, ports: { ...settling.ports, sendBack, neverTried }, back };
};

export const TARGET = keyArn('target');

export const makeComplaints = () => {
  const complaints: { what: string; about: Readonly<Record<string, unknown>> }[] = [];
  return {
    complaints,
    complain: (what: string, about: Readonly<Record<string, unknown>>) => {
      complaints.push({ what, about });
    },
  };
};

const QUEUE_ARN = `arn:aws:sqs:${REGION}:${ACCOUNT}:objects`;
export const message = (id: string, body: unknown) => ({
  id,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  queueArn: QUEUE_ARN,
  receiveCount: 5,
});
