import { trueTimes } from './clock.ts';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { AwsModel } from '../../../../local/model/state.ts';
import type { Invocation, Step } from '../../steps/step.ts';
import { detailOf, nameOf, placeOf } from '../ledger/record-of.ts';
import { type Basis, basesOf, isToldOf } from './basis.ts';
import { createSeenCalls } from './seen-calls.ts';

/** One verdict, and the moment that it is about. */
export type Reading = {
  readonly record: LedgerRecord;
  readonly by: Invocation;
  readonly index: number; // of the HEAD among all steps of the run; of the record where nothing was read
  readonly beganAt: number;
  readonly readAt: number;
  readonly recordedAt: number;
  readonly basis: Basis | undefined; // nothing was read: a queue gave up
  readonly model: AwsModel | undefined; // when it was recorded
};

type Last = { readonly read: Reading; readonly dated: Reading };

/** A version as the model names it: what a bucket without versions holds is `null`. */
export const versionName = (bucket: string, key: string, version: string): string =>
  nameOf(bucket, key, version);

const versioningOf = (model: AwsModel, bucket: string): string | undefined =>
  model.buckets.get(bucket)?.versioning;

/** The last verdicts on every version: by when it was read, and by the time that the record tells. */
export const createReadings = () => {
  const seen = createSeenCalls();
  const last = new Map<string, Last>();
  const unread = new Map<string, number>(); // by object: when whatever was current could not be read
  let model: AwsModel | undefined;

  const note = (name: string, reading: Reading): void => {
    const known = last.get(name);
    const isLater = known === undefined || reading.index >= known.read.index;
    const isDatedLater = known === undefined || reading.record.time >= known.dated.record.time;
    last.set(name, {
      read: isLater ? reading : known.read,
      dated: isDatedLater ? reading : known.dated,
    });
  };

  const seeRecord = (record: LedgerRecord, by: Invocation, recordedAt: number): void => {
    const place = placeOf(record);
    const { verdict, cause } = detailOf(record);
    if (place === undefined || verdict === undefined) return;
    const { bucket, key, version } = place;
    const calls = seen.of(by);
    if (calls === undefined) {
      if (cause !== 'gave-up') return; // of an order: its object is judged again
      if (version === undefined) unread.set(nameOf(bucket, key), seen.index());
      const name = versionName(bucket, key, version ?? 'null');
      // a queue that gave up looked at nothing: it speaks of the moment that it is dated
      const { to } = trueTimes(record.time, by);
      const at = Math.min(to, recordedAt);
      const [beganAt, readAt, index] = [at, at, seen.index()];
      note(name, { record, by, index, beganAt, readAt, recordedAt, basis: undefined, model });
      return;
    }
    const basis = basesOf(place, calls).findLast((one) => isToldOf(record, one));
    if (basis === undefined) return; // told by the invariant that the same facts have the same verdict
    const { call, index } = basis.head;
    const isNull = versioningOf(call.before, bucket) === undefined;
    const read = version ?? (isNull ? 'null' : undefined);
    if (read === undefined) {
      if (basis.kind === 'unreadable') unread.set(nameOf(bucket, key), index);
      return; // of whatever was current, if anything was
    }
    const { beganAt } = calls;
    const name = versionName(bucket, key, read);
    note(name, { record, by, index, beganAt, readAt: call.at, recordedAt, basis, model });
  };

  return {
    see: (step: Step): void => {
      if (step.kind === 'call') model = step.after;
      if (step.kind === 'recorded') {
        for (const record of step.records) seeRecord(record, step.by, step.at);
      }
      seen.see(step);
    },
    of: (bucket: string, key: string, version: string): Last | undefined =>
      last.get(versionName(bucket, key, version)),
    /** Whether a ref without a version could not be read, or was given up, after this moment. */
    isUnreadSince: (bucket: string, key: string, since: number): boolean =>
      (unread.get(nameOf(bucket, key)) ?? -1) > since,
    index: seen.index,
  };
};
