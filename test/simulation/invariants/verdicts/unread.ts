import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { Invocation, QueueMessage, Step } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { refsIn } from '../ledger/read-body.ts';
import { detailOf, nameOf, placeOf, shown } from '../ledger/record-of.ts';
import { NOTHING, violation } from '../ledger/violation.ts';
import { flawOfUnread } from './flaw-of-unread.ts';
import { createSeenCalls } from './seen-calls.ts';

/** Records of one invocation that somebody must be told of, by their trigger; and those that were told of. */
type Untold = { readonly records: Map<string, string[]>; readonly told: Set<string> };

const RECORD_LINE = /^record: +(\w+)$/m;

const missingAlerts = (
  { records, told }: Untold,
  deleted: readonly QueueMessage[],
): readonly Finding[] =>
  deleted
    .flatMap(({ body }) => refsIn(body))
    .flatMap(
      ({ bucket, key, sequencer, cause, runId, returned }) =>
        records.get(nameOf(bucket, key, sequencer, cause, runId, returned?.intentId)) ?? [],
    )
    .filter((uid) => !told.has(uid))
    .slice(0, 1)
    .map(() => violation(5, 'what could not be judged is done with, and nobody was alerted'));

export const UNREAD: Invariant = {
  number: 5,
  title:
    'what could not be read is indeterminate: recorded, alerted, never compliant, skipped or exempted',
  watch: () => {
    const seen = createSeenCalls();
    const untold = new Map<number, Untold>();
    const untoldOf = ({ id }: Invocation): Untold => {
      const known = untold.get(id) ?? { records: new Map(), told: new Set() };
      untold.set(id, known);
      return known;
    };

    const seeRecord = (record: LedgerRecord, by: Invocation, now: number): readonly Finding[] => {
      const place = placeOf(record);
      if (place === undefined) return NOTHING;
      const { verdict, cause, trigger, closes } = detailOf(record);
      if (verdict === 'indeterminate') {
        const { records } = untoldOf(by);
        const { sequencer, runId } = trigger ?? {};
        const { bucket, key } = place;
        const name = nameOf(bucket, key, sequencer, trigger?.cause, runId, closes?.intentId);
        records.set(name, [...(records.get(name) ?? []), record.metadata.uid]);
      }
      if (by.function === 'close-dead-letter') {
        return verdict === 'violation' || cause === 'gave-up'
          ? NOTHING
          : [violation(5, `close-dead-letter judged ${shown(place)}`)];
      }
      const calls = seen.of(by);
      if (calls === undefined) return [violation(5, `${by.function} judged ${shown(place)}`)];
      const flaw = flawOfUnread(record, { place, calls, seen, now });
      return flaw === undefined ? NOTHING : [violation(5, `${shown(place)} ${flaw}`)];
    };

    return {
      see: (step: Step): readonly Finding[] => {
        const known = step.kind === 'ended' ? untold.get(step.invocation.id) : undefined;
        seen.see(step);
        switch (step.kind) {
          case 'recorded':
            return step.records.flatMap((record) => seeRecord(record, step.by, step.at));
          case 'alerted':
            for (const { body } of step.alerts) {
              const uid = RECORD_LINE.exec(body)?.[1];
              if (uid !== undefined) untoldOf(step.by).told.add(uid);
            }
            return NOTHING;
          case 'ended':
            untold.delete(step.invocation.id);
            return known === undefined ? NOTHING : missingAlerts(known, step.deleted);
          default:
            return NOTHING;
        }
      },
    };
  },
};
