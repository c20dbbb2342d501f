import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import { familyOf } from '../../scenario/scenario.ts';
import type { CallStep, Invocation, Step } from '../../steps/step.ts';
import type { Finding, Invariant } from '../invariant.ts';
import { readOrder, refsIn } from '../ledger/read-body.ts';
import { detailOf, nameOf, placeOf } from '../ledger/record-of.ts';
import { NOTHING, violation } from '../ledger/violation.ts';
import { readingsOf } from './readings-of.ts';

type Going = {
  readonly calls: CallStep[];
  readonly records: LedgerRecord[];
  readonly orderedKeys: Set<string>;
  troubled: boolean; // a call was not answered, so that it was made again
};

const nameOfCall = ({ input }: CallStep): string =>
  nameOf(String(input['Bucket']), String(input['Key']));

const flawOfKey = (
  bucket: string,
  name: string,
  readings: number,
  { calls, orderedKeys }: Going,
): string | undefined => {
  if (orderedKeys.has(name)) return `an order was sent for the compliant ${name}`;
  const mine = calls.filter((call) => nameOfCall(call) === name);
  const heads = mine.filter((call) => call.name === 'HeadObject').length;
  const tags = mine.filter((call) => call.name === 'GetObjectTagging').length;
  const mayTag = familyOf(bucket) === 'tagged' ? readings : 0;
  return heads > readings || tags > mayTag || heads + tags < mine.length
    ? `the compliant ${name} cost ${mine.length} calls for ${readings} readings`
    : undefined;
};

const flawsOf = (
  invocation: Invocation,
  going: Going,
  unfinished: ReadonlySet<string>,
  ownBuckets: ReadonlySet<string>,
): readonly string[] => {
  const readings = readingsOf(invocation, ownBuckets);
  const verdicts = new Map<string, Set<string>>(); // kinds of record by object
  const buckets = new Map<string, Set<string>>(); // the same by bucket
  for (const record of going.records) {
    const place = placeOf(record);
    if (place === undefined) continue;
    const { kind } = detailOf(record);
    const name = nameOf(place.bucket, place.key);
    verdicts.set(name, (verdicts.get(name) ?? new Set()).add(kind));
    buckets.set(place.bucket, (buckets.get(place.bucket) ?? new Set()).add(kind));
  }
  const names = [...readings.keys()];
  // where not all was judged, what was asked for the rest of it cannot be told apart
  if (names.some((name) => !verdicts.has(name) || unfinished.has(name))) return [];
  const isCompliant = (kinds: ReadonlySet<string> | undefined): boolean =>
    kinds?.size === 1 && kinds.has('compliant');
  const ofKeys = names.flatMap((name) => {
    const [bucket] = JSON.parse(name) as [string, string];
    if (!isCompliant(verdicts.get(name))) return [];
    return flawOfKey(bucket, name, readings.get(name) ?? 0, going) ?? [];
  });
  const ofBuckets = going.calls.flatMap(({ name, input }) =>
    input['Key'] === undefined && isCompliant(buckets.get(String(input['Bucket'])))
      ? [`${name} was called for a bucket where all is compliant`]
      : [],
  );
  return [...ofKeys, ...ofBuckets];
};

const createCounts = (ownBuckets: ReadonlySet<string>) => {
  const running = new Map<number, Going>();
  const unfinished = new Set<string>(); // objects that a reading given up in time may still ask for

  const seeCall = (step: CallStep, going: Going): readonly Finding[] => {
    if (step.service !== 's3') return NOTHING;
    going.calls.push(step);
    going.troubled ||= !step.answered;
    return ownBuckets.has(String(step.input['Bucket']))
      ? [violation(9, `the reader called ${step.name} in a bucket of the stack`)]
      : NOTHING;
  };

  const seeEnded = ({ invocation, how, deleted }: Extract<Step, { kind: 'ended' }>) => {
    const going = running.get(invocation.id);
    running.delete(invocation.id);
    if (going === undefined || how === 'died') return NOTHING;
    const flaws =
      how === 'returned' && !going.troubled && deleted.length === invocation.messages.length
        ? flawsOf(invocation, going, unfinished, ownBuckets)
        : [];
    const done = new Set(deleted.map(({ id }) => id));
    for (const { id, body } of invocation.messages) {
      if (!done.has(id)) {
        refsIn(body).forEach(({ bucket, key }) => unfinished.add(nameOf(bucket, key)));
      }
    }
    return flaws.map((words) => violation(9, words));
  };

  return (step: Step): readonly Finding[] => {
    if (step.kind === 'began' && step.invocation.function === 'judge-object') {
      const going = { calls: [], records: [], orderedKeys: new Set<string>(), troubled: false };
      running.set(step.invocation.id, going);
      return NOTHING;
    }
    if (step.kind === 'ended') return seeEnded(step);
    if (step.kind === 'buried' || step.kind === 'began') return NOTHING;
    const { by } = step;
    const going = typeof by === 'object' ? running.get(by.id) : undefined;
    if (going === undefined) return NOTHING;
    switch (step.kind) {
      case 'call':
        return seeCall(step, going);
      case 'recorded':
        going.records.push(...step.records);
        return step.records.some((record) => ownBuckets.has(placeOf(record)?.bucket ?? ''))
          ? [violation(9, 'the reader recorded an object in a bucket of the stack')]
          : NOTHING;
      case 'sent': {
        const read = readOrder(step.message.body);
        if ('order' in read)
          going.orderedKeys.add(nameOf(read.order.ref.bucket, read.order.ref.key));
        return NOTHING;
      }
      default:
        return NOTHING;
    }
  };
};

export const ONE_CALL: Invariant = {
  number: 9,
  title: 'a compliant object costs exactly one S3 call, no write, no order; own buckets cost none',
  watch: ({ ownBuckets }) => ({ see: createCounts(new Set(ownBuckets)) }),
};
