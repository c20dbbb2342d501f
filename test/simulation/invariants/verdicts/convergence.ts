import type { StoredObject } from '../../../../local/model/s3/stored-object.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Step } from '../../steps/step.ts';
import type { AtRest, Finding, Invariant } from '../invariant.ts';
import { refsIn } from '../ledger/read-body.ts';
import { detailOf, nameOf, shown } from '../ledger/record-of.ts';
import { NOTHING, violation } from '../ledger/violation.ts';
import { besideAtEnd } from './beside-at-end.ts';
import { keyOf, isSame, toldOfStored } from './encryption-told.ts';
import { expectedVerdict } from './expected-verdict.ts';
import { judgeDates } from './judge-dates.ts';
import { createReadings } from './readings.ts';
import { lapses, says } from './says.ts';
import { createTroubles } from './troubles.ts';
import { isExcused } from './why-not-mended.ts';

/** Who named which versions of one object, and when it was last named without one. */
type Named = { readonly versions: Set<string>; currentAt: number };

const UNREAD = new Set([
  'access-denied',
  'invalid-request',
  'tags-unreadable',
  'key-unreadable',
  'rotation-unreadable',
  'wrong-region',
  'gave-up',
]);

const createWatch = (scenario: Scenario) => {
  const readings = createReadings();
  const troubles = createTroubles();
  const named = new Map<string, Named>();

  const seeSent = (body: string, at: number): void => {
    for (const { bucket, key, versionId } of refsIn(body)) {
      const name = nameOf(bucket, key);
      const known = named.get(name) ?? { versions: new Set(), currentAt: -1 };
      if (versionId === undefined) known.currentAt = at;
      else known.versions.add(versionId);
      named.set(name, known);
    }
  };

  const isNamed = (bucket: string, key: string, object: StoredObject, isCurrent: boolean) => {
    const names = named.get(nameOf(bucket, key));
    return (
      names !== undefined &&
      (names.versions.has(object.versionId) ||
        (isCurrent && names.currentAt >= object.lastModified))
    );
  };

  const judge = (
    bucket: string,
    key: string,
    object: StoredObject,
    end: AtRest,
  ): string | undefined => {
    const reading = readings.of(bucket, key, object.versionId)?.read;
    if (reading === undefined) {
      return readings.isUnreadSince(bucket, key, -1) || troubles.isReplacedSilently(bucket, key, -1)
        ? undefined
        : 'was named and never judged';
    }
    const { record, basis, index } = reading;
    if (object.versionId === 'null' && troubles.isReplacedSilently(bucket, key, index)) {
      return undefined;
    }
    const { verdict, cause, encryption } = detailOf(record);
    if (verdict === 'indeterminate' && UNREAD.has(cause ?? '')) return undefined;
    if (verdict === 'gone') return 'is there, and was last said to be gone';
    const told = toldOfStored(object.encryption);
    const { etag } = record.resources[0].data ?? {};
    if (readings.isUnreadSince(bucket, key, index)) return undefined;
    if (!isSame(told, encryption) || (told.kind !== 'sse-c' && etag !== object.etag)) {
      return 'is not as the last record says';
    }
    const took = reading.recordedAt - reading.beganAt;
    const isAsExpected = lapses(record.time, took, scenario.exemptUntil).some((isLapsed) =>
      says(record, expectedVerdict(scenario, bucket, told, besideAtEnd(object, end), isLapsed)),
    );
    const isTouched =
      basis === undefined ||
      troubles.isTaggedSince(bucket, key, index) ||
      (keyOf(told) !== undefined && bucket.startsWith('report-') && troubles.areKeysTouched());
    if (!isAsExpected && !isTouched) return `was last judged as \`${detailOf(record).kind}\``;
    return verdict !== 'violation' ||
      isExcused({ scenario, bucket, key, object, reading, troubles })
      ? undefined
      : `still violates its rule, and nothing says why: ${JSON.stringify(detailOf(record).plan)}`;
  };

  const judgeVersion = (
    bucket: string,
    key: string,
    object: StoredObject,
    end: AtRest,
  ): readonly Finding[] => {
    const flaw = judge(bucket, key, object, end);
    if (flaw !== undefined) {
      return [violation(8, `${shown({ bucket, key, version: object.versionId })} ${flaw}`)];
    }
    const last = readings.of(bucket, key, object.versionId);
    const late = last && judgeDates(last.read, last.dated);
    return late === undefined ? NOTHING : [late];
  };

  return {
    see: (step: Step): readonly Finding[] => {
      readings.see(step);
      troubles.see(step);
      if (step.kind === 'sent' && step.message.queue === 'objects') {
        seeSent(step.message.body, step.at);
      }
      return NOTHING;
    },
    atRest: (end: AtRest): readonly Finding[] => {
      const found: Finding[] = [];
      for (const name of named.keys()) {
        const [bucket, key] = JSON.parse(name) as [string, string];
        const versions = end.model.buckets.get(bucket)?.versions.get(key);
        if (versions === undefined || scenario.ownBuckets.includes(bucket)) continue;
        for (const version of versions) {
          if (
            version.kind === 'object' &&
            isNamed(bucket, key, version, version === versions.last())
          ) {
            found.push(...judgeVersion(bucket, key, version, end));
          }
        }
      }
      return found;
    },
  };
};

export const CONVERGENCE: Invariant = {
  number: 8,
  title:
    'any multiset, order or delay of events gives the same final state and, per version, the same last verdict',
  watch: createWatch,
};
