import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import type { SeenRecord, World } from '../world/world.ts';
import { isFinal } from './ending.ts';
import type { ObjectName } from './snapshot.ts';
import { isSameWrite, toWriteStep, type WriteStep } from './write-step.ts';

/** What was seen of one object version. */
export type Trace = {
  readonly records: readonly LedgerRecord[]; // each once, however often it was sent
  readonly heir?: Heir;
  readonly finalAt?: number; // performance.now() when the record that ended its story had passed
};

/** The version that an ordered copy of this one became: its verdict ends the story of both. */
export type Heir = { readonly name: ObjectName; readonly records: readonly LedgerRecord[] };

export type Traces = {
  readonly of: (name: ObjectName) => Trace;
  readonly stepsOf: (name: Pick<ObjectName, 'bucket' | 'key'>) => readonly WriteStep[];
  readonly all: () => readonly ObjectName[]; // that any record is about
  readonly lastSeenAt: () => number; // performance.now()
  readonly onSettled: (listener: (name: ObjectName, trace: Trace) => void) => void;
  readonly stop: () => void;
};

type Kept = { name: ObjectName; records: LedgerRecord[]; heir?: Heir; finalAt?: number };

const nameOf = ({ resources: [{ namespace = '', name, version }] }: LedgerRecord): ObjectName => ({
  bucket: namespace,
  key: name,
  ...(version !== undefined && { versionId: version }),
});

const idOf = ({ bucket, key, versionId }: ObjectName): string =>
  JSON.stringify([bucket, key, versionId]);

const NOTHING: Trace = { records: [] };

/** Final, and every order of its has come back: a copy is told of by its own event too, often before that. */
const isOver = ({ records, heir }: Trace): boolean => {
  const closed = new Set(
    [...records, ...(heir?.records ?? [])].map(
      ({ unmapped }) => unmapped.sealward.closes?.intentId,
    ),
  );
  return (
    records.some(isFinal) &&
    records.every(
      ({ unmapped: { sealward } }) =>
        sealward.intent === undefined || closed.has(sealward.intent.intentId),
    )
  );
};

/** Follows every object through the ledger records and the S3 calls that pass. */
export const createTraces = ({ onRecord, onCall }: Pick<World, 'onRecord' | 'onCall'>): Traces => {
  const traces = new Map<string, Kept>();
  const openers = new Map<string, Kept>(); // by intent id
  const steps = new Map<string, WriteStep[]>();
  const listeners: ((name: ObjectName, trace: Trace) => void)[] = [];
  let lastSeenAt = performance.now();

  const step = ({ bucket, key }: ObjectName, taken: WriteStep): void => {
    const id = idOf({ bucket, key });
    const before = steps.get(id) ?? [];
    if (!isSameWrite(before.at(-1), taken)) steps.set(id, [...before, taken]);
  };
  const settle = (trace: Kept): void => {
    if (trace.finalAt !== undefined || !isOver(trace)) return;
    trace.finalAt = lastSeenAt;
    for (const listener of listeners) listener(trace.name, trace);
  };
  const see = ({ record, durableAt }: SeenRecord): void => {
    lastSeenAt = performance.now();
    if (record.resources[0].type !== 'AWS::S3::Object') return;
    const { intent, closes, kind } = record.unmapped.sealward;
    if ((kind as string) === 'operator') return; // a person's act, told of beside the objects
    const name = nameOf(record);
    const trace = traces.get(idOf(name)) ?? { name, records: [] };
    traces.set(idOf(name), trace);
    if (trace.records.some(({ metadata }) => metadata.uid === record.metadata.uid)) return;
    trace.records.push(record);
    if (intent !== undefined) {
      const { versionId } = name;
      step(name, { kind: 'intent', durableAt, ...(versionId !== undefined && { versionId }) });
      openers.set(intent.intentId, trace);
    }
    settle(trace);
    const opener = openers.get(closes?.intentId ?? '');
    if (opener === undefined || opener === trace) return;
    opener.heir = trace;
    settle(opener);
  };
  const stops = [
    onRecord(see),
    onCall((call) => {
      const { bucket = '', key = '' } = call;
      const taken = toWriteStep(call);
      if (taken !== undefined) step({ bucket, key }, taken);
    }),
  ];
  return {
    of: (name) => traces.get(idOf(name)) ?? NOTHING,
    stepsOf: ({ bucket, key }) => steps.get(idOf({ bucket, key })) ?? [],
    all: () => [...traces.values()].map(({ name }) => name),
    lastSeenAt: () => lastSeenAt,
    onSettled: (listener) => listeners.push(listener),
    stop: () => stops.forEach((stop) => stop()),
  };
};
