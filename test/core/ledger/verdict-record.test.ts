import { describe, expect, it } from '@jest/globals';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import type { VerdictRecordInput } from '../../../core/ledger/verdict-record-input.ts';
import {
  APPLIED,
  COMPLIANT,
  CONTEXT,
  COPIED,
  DENIED,
  EXEMPT,
  FAILED,
  GONE,
  KEY_ARN,
  makeInput,
  makeReturn,
  MOVED,
  planOf,
  REFUSED,
  SUPERSEDED,
  takeAway,
  VIOLATION,
} from './make-input.ts';
import { ocsfErrors } from './ocsf.ts';

const record = (input: VerdictRecordInput): LedgerRecord => verdictRecord(input, CONTEXT);

const order = planOf('intent-1');
const REPORT = { plan: { kind: 'report', reason: 'policy-says-report' } } as const;
const ISOLATED = { plan: { kind: 'report', reason: 'already-isolated' } } as const;
const WAIT = { plan: { kind: 'wait', reason: 'replication-pending', seconds: 900 } } as const;
const SENT = { plan: order, sent: 'sent' } as const;
const OBSERVED = { plan: order, sent: 'observe' } as const;
const NOT_ENABLED = { plan: order, sent: 'not-enabled' } as const;
const TRIED = { plan: order, sent: 'tried' } as const;
const NEXT = { plan: planOf('intent-2'), sent: 'sent' } as const;
const CRITICAL = { ...VIOLATION, severity: 'critical' } as const;

type Row = readonly [title: string, input: VerdictRecordInput, kind: string, ids: string];

// ids: activity_id, compliance.status_id, status_id, as in the table of DESIGN section 7; then severity_id
const ROWS: readonly Row[] = [
  ['compliant', makeInput(COMPLIANT), 'compliant', '1 1 4 1'],
  ['compliant, mended by us', makeReturn(COMPLIANT, APPLIED), 'compliant', '3 1 4 1'],
  ['compliant, mended by others', makeReturn(COMPLIANT, REFUSED), 'compliant', '3 1 4 1'],
  ['exempt', makeInput(EXEMPT), 'exempt', '1 2 3 1'],
  ['exempt by now', makeReturn(EXEMPT, SUPERSEDED), 'exempt', '1 2 3 1'],
  ['violation, reported only', makeInput(VIOLATION, REPORT), 'violation', '1 3 1 3'],
  ['violation, waiting', makeInput(VIOLATION, WAIT), 'violation', '1 3 1 3'],
  ['violation, unplanned', makeInput(VIOLATION), 'violation', '1 3 1 3'],
  ['violation, observed', makeInput(VIOLATION, OBSERVED), 'violation', '1 3 1 3'],
  ['violation, not enabled', makeInput(VIOLATION, NOT_ENABLED), 'violation', '1 3 1 3'],
  ['critical violation', makeInput(CRITICAL), 'violation', '1 3 1 5'],
  ['violation with intent', makeInput(VIOLATION, SENT), 'intent', '2 3 2 3'],
  ['newer data, ordered again', makeReturn(VIOLATION, SUPERSEDED, NEXT), 'intent', '2 3 2 3'],
  ['refused, same order planned', makeReturn(VIOLATION, REFUSED, TRIED), 'refused', '2 3 1 4'],
  ['refused, reported by now', makeReturn(VIOLATION, REFUSED, REPORT), 'refused', '2 3 1 4'],
  [
    'alias moved',
    makeInput(VIOLATION, { plan: { kind: 'report', reason: 'alias-moved' } }),
    'violation',
    '1 3 1 5',
  ],
  ['applied, nothing changed', makeReturn(VIOLATION, APPLIED, TRIED), 'failed', '2 3 1 4'],
  ['superseded, not sent again', makeReturn(VIOLATION, SUPERSEDED, TRIED), 'violation', '1 3 1 3'],
  ['indeterminate', makeInput(DENIED), 'indeterminate', '1 0 1 4'],
  ['indeterminate after an order', makeReturn(DENIED, APPLIED), 'indeterminate', '1 0 1 4'],
  ['copied', makeReturn(COMPLIANT, COPIED), 'compliant', '3 1 4 1'],
  [
    'copied, the old version',
    makeInput(VIOLATION, { plan: { kind: 'report', reason: 'not-current' } }),
    'violation',
    '1 3 1 3',
  ],
  ['isolated', makeReturn(VIOLATION, APPLIED, ISOLATED), 'violation', '1 3 1 3'],
  [
    'given up, isolated all the same',
    makeReturn(VIOLATION, FAILED, ISOLATED),
    'violation',
    '1 3 1 3',
  ],
  [
    'isolated, tag not there',
    makeReturn(VIOLATION, APPLIED, { plan: takeAway('isolate'), sent: 'tried' }),
    'failed',
    '2 3 1 4',
  ],
  [
    'ordered to be moved',
    makeInput(VIOLATION, { plan: takeAway('move'), sent: 'sent' }),
    'intent',
    '2 3 2 3',
  ],
  ['moved', makeReturn(GONE, MOVED), 'gone', '3 0 6 1'],
  ['moved, written anew and right', makeReturn(COMPLIANT, MOVED), 'compliant', '3 1 4 1'],
  ['gone', makeInput(GONE), 'gone', '3 0 6 1'],
  ['gone after an order', makeReturn(GONE, SUPERSEDED), 'gone', '3 0 6 1'],
];

describe('verdictRecord', () => {
  it.each(ROWS)('writes %s as DESIGN says, and as OCSF takes it', (_title, input, kind, ids) => {
    const written = record(input);
    const { activity_id, compliance, status_id, severity_id, type_uid, unmapped } = written;
    expect(unmapped.sealward.kind).toBe(kind);
    expect([activity_id, compliance.status_id, status_id, severity_id].join(' ')).toBe(ids);
    expect(type_uid).toBe(200_300 + activity_id);
    expect(ocsfErrors(written)).toEqual([]);
  });

  it('closes the intent that came back, whatever the verdict', () => {
    for (const [, input] of ROWS) {
      const back = input.ref.returned;
      expect(record(input).unmapped.sealward.closes?.intentId).toBe(back?.intentId);
      expect(record(input).unmapped.sealward.closes?.outcome).toBe(back?.outcome.kind);
    }
  });

  it('opens an intent for an order that is sent, and for no other', () => {
    const opened = ROWS.filter(([, input]) => record(input).unmapped.sealward.intent);
    expect(opened.map(([title]) => title)).toEqual([
      'violation with intent',
      'newer data, ordered again',
      'ordered to be moved',
    ]);
  });

  it('never opens again the intent that just came back', () => {
    const { kind, intent } = record(makeReturn(VIOLATION, APPLIED, SENT)).unmapped.sealward;
    expect([kind, intent]).toEqual(['failed', undefined]);
  });

  it('closes one intent and opens the next in the same record', () => {
    const { intent, closes } = record(makeReturn(VIOLATION, SUPERSEDED, NEXT)).unmapped.sealward;
    expect(closes).toEqual({
      intentId: 'intent-1',
      rule: 'payroll',
      outcome: 'superseded',
      words: 'newer data',
    });
    expect(intent).toEqual({
      intentId: 'intent-2',
      order: {
        kind: 'update-encryption',
        pin: { kind: 'version', versionId: 'v1' },
        to: { algorithm: 'aws:kms', keyArn: KEY_ARN, bucketKey: true },
      },
    });
  });

  it.each([
    ['what a copy made and left behind', COPIED],
    ['where it was moved', MOVED],
    ['how it was done', { kind: 'applied', words: 'its lock was extended' }],
    ['who refused it and why', REFUSED],
    ['why it was given up', FAILED],
  ] as const)('keeps %s', (_title, outcome) => {
    const { kind, ...told } = outcome;
    expect(record(makeReturn(COMPLIANT, outcome)).unmapped.sealward.closes).toEqual({
      intentId: 'intent-1',
      rule: 'payroll',
      outcome: kind,
      ...told,
    });
  });

  it('keeps what could not be asked, and an exemption that has lapsed', () => {
    const written = record(
      makeInput({
        ...VIOLATION,
        also: [],
        undecided: [{ requirement: 'key-rotation', cause: 'rotation-unreadable', words: 'no' }],
        lapsedExemption: 'etl-landing',
      }),
    );
    expect(written.compliance.requirements).toEqual(['encryption', 'key-rotation']);
    expect(written.compliance.checks?.[1]).toEqual({
      name: 'key-rotation',
      desc: 'rotation-unreadable (no)',
      status_id: 0,
      status: 'Unknown',
    });
    expect(written.unmapped.sealward.lapsedExemption).toBe('etl-landing');
    expect(written.message).toContain('exemption `etl-landing` has expired');
  });

  it('lets the finding that an order was to mend end, even where another rule governs by now', () => {
    const before = record(makeInput(VIOLATION, SENT));
    const after = record(makeReturn({ kind: 'compliant', rule: 'other' }, APPLIED));
    expect(after.finding_info.uid).toBe(before.finding_info.uid);
    expect(after.compliance.control).toBe('payroll');
    expect(after.unmapped.sealward.rule).toBe('other');
  });
});
