import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import type { VerdictRecordInput } from '../../../core/ledger/verdict-record-input.ts';
import { anyInput } from './any-input.ts';
import {
  APPLIED,
  COMPLIANT,
  CONTEXT,
  GONE,
  makeInput,
  makeReturn,
  planOf,
  REF,
  returned,
  SUPERSEDED,
  VIOLATION,
} from './make-input.ts';

const uid = (input: VerdictRecordInput, context = CONTEXT): string =>
  verdictRecord(input, context).metadata.uid;

const finding = (input: VerdictRecordInput): string =>
  verdictRecord(input, CONTEXT).finding_info.uid;

const base = makeInput(COMPLIANT);
const sent = (id: string): VerdictRecordInput =>
  makeInput(VIOLATION, { plan: planOf(id), sent: 'sent' });
const judgedAs = (ref: VerdictRecordInput['judged']['ref']): VerdictRecordInput => ({
  ...base,
  judged: { ref, verdict: COMPLIANT },
});

describe('metadata.uid', () => {
  it('is the same for a replay, whenever and by whatever version it is judged', () => {
    const later = { ...CONTEXT, now: new Date(0), productVersion: '9', stack: 'renamed' };
    fc.assert(
      fc.property(anyInput, fc.date({ noInvalidDate: true }), (input, receivedAt) => {
        expect(uid({ ...input, receivedAt, cause: 'redrive' }, later)).toBe(uid(input));
      }),
    );
  });

  it.each([
    ['sequencer', makeInput(COMPLIANT, { ref: { ...REF, sequencer: '00A2' } })],
    ['run', makeInput(COMPLIANT, { runId: 'run-1' })],
    ['attempt', makeInput(COMPLIANT, { ref: { ...REF, sequencer: '00A1', attempt: 1 } })],
    ['verdict', makeInput(GONE)],
    ['kind of violation', makeInput(VIOLATION)],
    ['ETag', makeInput(COMPLIANT, { etag: 'e2' })],
    ['version', judgedAs({ ...REF, versionId: 'v2' })],
    ['key', judgedAs({ ...REF, key: 'statements/y.pdf' })],
    ['bucket', judgedAs({ ...REF, bucket: 'payroll-2027' })],
    ['intent that came back', makeReturn(COMPLIANT, APPLIED)],
  ])('differs with the %s', (_title, input) => {
    expect(uid(input)).not.toBe(uid(base));
  });

  it('differs with what was found, and with why nothing could be', () => {
    const unread = (cause: 'access-denied' | 'wrong-region') =>
      makeInput({ kind: 'indeterminate', cause, undecided: [] });
    const ids = [
      makeInput(VIOLATION),
      makeInput({ ...VIOLATION, found: 'sse-c' }),
      makeInput({ ...VIOLATION, requirement: 'kms-key' }),
      makeInput(VIOLATION, { plan: { kind: 'report', reason: 'archived' } }),
      makeInput(VIOLATION, { plan: { kind: 'report', reason: 'alias-moved' } }),
      unread('access-denied'),
      unread('wrong-region'),
    ].map((input) => uid(input));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('differs with the policy, the order and the outcome', () => {
    expect(uid(base, { ...CONTEXT, policyHash: 'q' })).not.toBe(uid(base));
    expect(uid(sent('intent-1'))).not.toBe(uid(sent('intent-2')));
    expect(uid(makeReturn(COMPLIANT, APPLIED))).not.toBe(uid(makeReturn(COMPLIANT, SUPERSEDED)));
  });

  it('tells a verdict that closes an intent from a replay of the event that opened it', () => {
    const closing = makeInput(COMPLIANT, {
      ref: { ...REF, sequencer: '00A1', returned: returned(APPLIED) },
    });
    expect(uid(closing)).not.toBe(uid(base));
  });

  it('is shared only by records that open and close the same intents', () => {
    const input = fc.tuple(anyInput, anyInput).map(([one, other]) => ({ ...one, ref: other.ref }));
    const records = fc.array(fc.oneof(anyInput, input), { minLength: 2, maxLength: 20 });
    fc.assert(
      fc.property(records, (inputs) => {
        const seen = new Map<string, string>();
        for (const record of inputs.map((one) => verdictRecord(one, CONTEXT))) {
          const { intent, closes } = record.unmapped.sealward;
          const touches = JSON.stringify([intent?.intentId, closes?.intentId]);
          expect(seen.get(record.metadata.uid) ?? touches).toBe(touches);
          seen.set(record.metadata.uid, touches);
        }
      }),
    );
  });
});

describe('finding_info.uid', () => {
  it('stays the same from the violation to its end', () => {
    const violation = finding(sent('intent-1'));
    expect(finding(makeReturn(COMPLIANT, APPLIED))).toBe(violation);
    expect(finding(makeReturn(GONE, SUPERSEDED))).toBe(violation);
    expect(finding(makeInput(COMPLIANT))).toBe(violation);
  });

  it('differs with the version and with the rule', () => {
    expect(finding(judgedAs({ ...REF, versionId: 'v2' }))).not.toBe(finding(base));
    expect(finding(makeInput({ kind: 'compliant', rule: 'other' }))).not.toBe(finding(base));
  });
});
