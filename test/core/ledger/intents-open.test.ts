import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakerOpenedRecord } from '../../../core/ledger/breaker-opened-record.ts';
import { failedOrderRecord, unjudgedRefRecord } from '../../../core/ledger/dead-letter-record.ts';
import { intentsOpen } from '../../../core/ledger/intents-open.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { anyInput } from './any-input.ts';
import {
  APPLIED,
  COMPLIANT,
  CONTEXT,
  COPIED,
  GONE,
  makeInput,
  makeReturn,
  MOVED,
  ORDER,
  planOf,
  SUPERSEDED,
  VIOLATION,
} from './make-input.ts';

const opened = verdictRecord(
  makeInput(VIOLATION, { plan: planOf('intent-1'), sent: 'sent' }),
  CONTEXT,
);
const mended = verdictRecord(makeReturn(COMPLIANT, APPLIED), CONTEXT);
const next = verdictRecord(
  makeReturn(VIOLATION, SUPERSEDED, { plan: planOf('intent-2'), sent: 'sent' }),
  CONTEXT,
);
const second = verdictRecord(
  makeInput(VIOLATION, { plan: planOf('intent-2'), sent: 'sent' }),
  CONTEXT,
);
const observed = verdictRecord(
  makeInput(VIOLATION, { plan: planOf('intent-9'), sent: 'observe' }),
  CONTEXT,
);
const withVersion = (record: LedgerRecord, version: string | undefined): LedgerRecord => {
  const [{ version: _, ...resource }] = record.resources;
  return { ...record, resources: [{ ...resource, ...(version !== undefined && { version }) }] };
};
const later = { ...CONTEXT, now: new Date(CONTEXT.now.getTime() + 1) };
const copied = verdictRecord(
  {
    ...makeReturn(COMPLIANT, COPIED),
    judged: { ref: { ...ORDER.ref, versionId: 'v2' }, verdict: COMPLIANT },
  },
  later,
);
const leftBehind = verdictRecord(
  makeInput(VIOLATION, {
    ref: ORDER.ref,
    cause: 'writer',
    plan: { kind: 'report', reason: 'not-current' },
  }),
  later,
);
const moved = verdictRecord(makeReturn(GONE, MOVED), later);
const isolated = verdictRecord(
  makeReturn(VIOLATION, APPLIED, { plan: { kind: 'report', reason: 'already-isolated' } }),
  later,
);
const breaker = breakerOpenedRecord({ rule: 'r', orders: 1, hour: 'h', at: 'a' }, later);
const failed = failedOrderRecord(ORDER, { receiveCount: 5 }, CONTEXT);

const ids = (records: Parameters<typeof intentsOpen>[0]): readonly string[] =>
  intentsOpen(records).map(({ intentId }) => intentId);

describe('intentsOpen', () => {
  it.each([
    ['nothing was ordered', [observed, mended], []],
    ['an order has not come back', [opened], ['intent-1']],
    ['an order was applied', [opened, mended], []],
    ['the answer was delivered first', [mended, opened], []],
    ['an order was given up', [opened, failed], []],
    ['a copy was made', [opened, copied, leftBehind], []],
    ['a copy was made, the version left behind judged first', [leftBehind, copied, opened], []],
    ['a copy was made, and only that is known', [opened, copied], []],
    ['an object was moved', [opened, moved], []],
    ['an object was isolated', [opened, isolated], []],
    ['orders are held back', [opened, breaker], ['intent-1']],
    ['the next order is under way', [opened, next], ['intent-2']],
    ['two orders are under way', [second, opened], ['intent-1', 'intent-2']],
    ['everything was delivered twice', [opened, next, next, opened], ['intent-2']],
  ])('knows what is open where %s', (_title, records, open) => {
    expect(ids(records)).toEqual(open);
  });

  describe('whose order was never sent', () => {
    const earlier = { ...CONTEXT, now: new Date(CONTEXT.now.getTime() - 1) };
    it.each([
      [
        'ends with a later verdict on the same version',
        verdictRecord(makeInput(COMPLIANT), later),
        [],
      ],
      [
        'goes on when the same is intended again',
        verdictRecord(makeInput(VIOLATION, { plan: planOf('intent-1'), sent: 'sent' }), later),
        ['intent-1'],
      ],
      [
        'gives way when something else is intended',
        verdictRecord(makeInput(VIOLATION, { plan: planOf('intent-2'), sent: 'sent' }), later),
        ['intent-2'],
      ],
      [
        'is not ended by what decided nothing',
        verdictRecord(
          makeInput({ kind: 'indeterminate', cause: 'access-denied', undecided: [] }),
          later,
        ),
        ['intent-1'],
      ],
      [
        'ends when its queue gave up judging it',
        verdictRecord(makeInput({ kind: 'indeterminate', cause: 'gave-up', undecided: [] }), later),
        [],
      ],
      [
        'is not ended by a message about another version that was given up',
        unjudgedRefRecord(
          { ...makeInput(VIOLATION).judged.ref, versionId: 'another' },
          { cause: 'sweep', receiveCount: 5 },
          later,
        ),
        ['intent-1'],
      ],
      [
        'ends when a message that named no version was given up',
        unjudgedRefRecord(
          { bucket: makeInput(VIOLATION).ref.bucket, key: makeInput(VIOLATION).ref.key },
          { cause: 'sweep', receiveCount: 5 },
          later,
        ),
        [],
      ],
      [
        'is not ended by what was known before',
        verdictRecord(makeInput(COMPLIANT), earlier),
        ['intent-1'],
      ],
    ])('%s', (_title, record, open) => {
      expect(ids([opened, record])).toEqual(open);
      expect(ids([record, opened])).toEqual(open);
    });
  });

  it('takes the object of a bucket without versions for its null version once there are some', () => {
    const without = withVersion(opened, undefined);
    const asNull = withVersion(verdictRecord(makeInput(COMPLIANT), later), 'null');
    expect(ids([without])).toEqual(['intent-1']);
    expect(ids([without, asNull])).toEqual([]);
  });

  it('names the object and the records that opened it', () => {
    expect(intentsOpen([opened, opened])).toEqual([
      {
        intentId: 'intent-1',
        object: 'arn:aws:s3:::payroll-2026/statements/x.pdf',
        openedBy: [opened.metadata.uid],
      },
    ]);
  });

  it('is indifferent to order and duplicates', () => {
    const some = fc.array(
      anyInput.map((input) => ({
        ...input,
        judged: { ...input.judged, ref: makeInput(COMPLIANT).judged.ref },
      })),
      { maxLength: 12 },
    );
    const shuffled = some.chain((inputs) => {
      const records = inputs.map((input) => verdictRecord(input, CONTEXT));
      const twice = fc.shuffledSubarray([...records, ...records], {
        minLength: records.length * 2,
      });
      return fc.tuple(fc.constant(records), twice);
    });
    fc.assert(
      fc.property(shuffled, ([records, again]) => {
        expect(intentsOpen(again)).toEqual(intentsOpen(records));
      }),
    );
  });
});
