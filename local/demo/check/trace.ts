import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { WireCall } from '../../front/wire-call.ts';
import type { SeenRecord, World } from '../world/world.ts';
import { isFinal } from './ending.ts';
import type { ObjectName } from './snapshot.ts';

/** What was seen of one object version. */
export type Trace = {
  readonly records: readonly LedgerRecord[]; // each once, however often it was sent
  readonly finalAt?: number; // performance.now() when the record that ended its story had passed
};

/** An intent that was durable, or an update that reached S3, in the order in which they were seen. */
export type WriteStep =
  | { readonly kind: 'intent'; readonly durableAt: number } // epoch ms
  | { readonly kind: 'update'; readonly at: number }; // epoch ms, whole

export type Traces = {
  readonly of: (name: ObjectName) => Trace;
  readonly stepsOf: (name: Pick<ObjectName, 'bucket' | 'key'>) => readonly WriteStep[];
  readonly all: () => readonly ObjectName[]; // that any record is about
  readonly lastSeenAt: () => number; // performance.now()
  readonly onSettled: (listener: (name: ObjectName, trace: Trace) => void) => void;
  readonly stop: () => void;
};

const nameOf = ({ resources: [{ namespace = '', name, version }] }: LedgerRecord): ObjectName => ({
  bucket: namespace,
  key: name,
  ...(version !== undefined && { versionId: version }),
});

const idOf = ({ bucket, key, versionId }: ObjectName): string =>
  JSON.stringify([bucket, key, versionId]);

const NOTHING: Trace = { records: [] };

/** Follows every object through the ledger records and the S3 calls that pass. */
export const createTraces = ({ onRecord, onCall }: Pick<World, 'onRecord' | 'onCall'>): Traces => {
  const traces = new Map<string, { name: ObjectName; records: LedgerRecord[]; finalAt?: number }>();
  const steps = new Map<string, WriteStep[]>();
  const listeners: ((name: ObjectName, trace: Trace) => void)[] = [];
  let lastSeenAt = performance.now();

  const step = ({ bucket, key }: ObjectName, taken: WriteStep): void => {
    const id = idOf({ bucket, key });
    steps.set(id, [...(steps.get(id) ?? []), taken]);
  };
  const see = ({ record, durableAt }: SeenRecord): void => {
    lastSeenAt = performance.now();
    if (record.resources[0].type !== 'AWS::S3::Object') return;
    const name = nameOf(record);
    const trace = traces.get(idOf(name)) ?? { name, records: [] };
    traces.set(idOf(name), trace);
    if (trace.records.some(({ metadata }) => metadata.uid === record.metadata.uid)) return;
    trace.records.push(record);
    if (record.unmapped.sealward.intent !== undefined) step(name, { kind: 'intent', durableAt });
    if (!isFinal(record) || trace.finalAt !== undefined) return;
    trace.finalAt = lastSeenAt;
    for (const listener of listeners) listener(name, trace);
  };
  const hear = ({ service, operation, bucket = '', key = '', at }: WireCall): void => {
    if (service === 's3' && operation === 'UpdateObjectEncryption')
      step({ bucket, key }, { kind: 'update', at });
  };
  const stops = [onRecord(see), onCall(hear)];
  return {
    of: (name) => traces.get(idOf(name)) ?? NOTHING,
    stepsOf: ({ bucket, key }) => steps.get(idOf({ bucket, key })) ?? [],
    all: () => [...traces.values()].map(({ name }) => name),
    lastSeenAt: () => lastSeenAt,
    onSettled: (listener) => listeners.push(listener),
    stop: () => stops.forEach((stop) => stop()),
  };
};
