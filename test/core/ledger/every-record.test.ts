import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { breakerOpenedRecord } from '../../../core/ledger/breaker-opened-record.ts';
import {
  failedOrderRecord,
  unjudgedRefRecord,
  unreadableMessageRecord,
} from '../../../core/ledger/dead-letter-record.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { RECORD_IDS } from '../../../core/ledger/record-kind.ts';
import { serialiseRecord } from '../../../core/ledger/serialise-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import { hidesText } from '../../../core/show-text.ts';
import { anyInput, anyOrder } from './any-input.ts';
import { hostileText } from './any-verdict.ts';
import { CONTEXT } from './make-input.ts';
import { ocsfErrors } from './ocsf.ts';

const gaveUp = fc.record({ receiveCount: fc.nat(9), words: hostileText });

const anyRecord: fc.Arbitrary<LedgerRecord> = fc.oneof(
  { weight: 4, arbitrary: anyInput.map((input) => verdictRecord(input, CONTEXT)) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyOrder, gaveUp)
      .map(([order, up]) => failedOrderRecord(order, up, CONTEXT)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(anyInput, gaveUp)
      .map(([{ ref, cause }, up]) => unjudgedRefRecord(ref, { cause, ...up }, CONTEXT)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(hostileText, hostileText)
      .map(([body, queue]) => unreadableMessageRecord(body, queue, CONTEXT)),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.record({ rule: hostileText, orders: fc.nat(), hour: hostileText, at: hostileText }),
        hostileText,
      )
      .map(([opened, stack]) => breakerOpenedRecord(opened, { ...CONTEXT, stack })),
  },
);

const deepWellFormed = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string' ? one.toWellFormed() : one,
  );

describe('every record', () => {
  it('is a valid OCSF Compliance Finding', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        expect(ocsfErrors(record)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is one harmless line that reads back as it was', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const line = serialiseRecord(record);
        expect(line.endsWith('\n')).toBe(true);
        expect(hidesText(line.slice(0, -1))).toBe(false);
        expect(JSON.parse(line)).toEqual(deepWellFormed(record));
      }),
      { numRuns: 500 },
    );
  });

  it('speaks to people in shown text only', () => {
    fc.assert(
      fc.property(anyRecord, ({ message, finding_info, remediation, compliance }) => {
        const spoken = [
          message,
          finding_info.title,
          remediation?.desc ?? '',
          ...(compliance.checks ?? []).map(({ desc }) => desc),
        ];
        expect(spoken.filter(hidesText)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('has the numbers of its kind', () => {
    fc.assert(
      fc.property(anyRecord, (record) => {
        const { kind, closes } = record.unmapped.sealward;
        const { activity, compliance, status } = RECORD_IDS[kind];
        expect([record.compliance.status_id, record.status_id]).toEqual([compliance, status]);
        expect(record.activity_id).toBe(
          kind === 'compliant' && closes !== undefined ? 3 : activity,
        );
        expect(record.type_uid).toBe(record.class_uid * 100 + record.activity_id);
      }),
    );
  });
});
