import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serialiseRecord } from '../../../core/ledger/serialise-record.ts';
import type { OperatorAct, OperatorOutcome } from '../../../core/operator/operator-act.ts';
import { operatorRecord } from '../../../core/operator/operator-record.ts';
import { hidesText } from '../../../core/show-text.ts';
import { hostileText } from '../ledger/any-verdict.ts';
import { CONTEXT, ocsfErrors, RELEASE, RESUME } from './made.ts';

const anyOutcome: fc.Arbitrary<OperatorOutcome> = fc.oneof(
  fc.constant<OperatorOutcome>({ kind: 'intended' }),
  fc.constant<OperatorOutcome>({ kind: 'applied' }),
  fc.tuple(hostileText, hostileText).map(([versionId, words]): OperatorOutcome => ({
    kind: 'applied',
    versionId,
    words,
  })),
  fc
    .tuple(fc.constantFrom('superseded', 'unfinished', 'failed'), hostileText)
    .map(([kind, words]): OperatorOutcome => ({ kind, words })),
  fc
    .tuple(hostileText, hostileText)
    .map(([code, words]): OperatorOutcome => ({ kind: 'refused', code, words })),
);
const anyAct: fc.Arbitrary<OperatorAct> = fc
  .tuple(fc.constantFrom(RELEASE, RESUME), hostileText, hostileText, hostileText)
  .map(([act, reason, rule, key]) => ({
    ...act,
    reason,
    rule,
    ...('ref' in act && { ref: { ...act.ref, key } }),
  }));

describe('a record of what a person did', () => {
  it('names who, what, why and how it ended', () => {
    const outcome = { kind: 'applied', versionId: 'v2' } as const;
    expect(operatorRecord(RELEASE, outcome, CONTEXT)).toMatchObject({
      class_uid: 6003,
      category_uid: 6,
      activity_id: 3,
      type_uid: 600_303,
      status: 'Success',
      actor: { user: { uid: RELEASE.by.arn } },
      api: { operation: 'quarantine release', request: { uid: RELEASE.id } },
      resources: [{ uid: 'arn:aws:s3:::payroll-2026/x.pdf', version: 'v1' }],
      message:
        '`arn:aws:sts::111122223333:assumed-role/release/jane` released `payroll-2026/x.pdf`, for the reason `SEC-412`',
      unmapped: {
        sealward: {
          kind: 'operator',
          operation: 'quarantine release',
          actId: RELEASE.id,
          intentId: 'e'.repeat(64),
          rule: 'payroll',
          reason: 'SEC-412',
          outcome: 'applied',
          versionId: 'v2',
        },
      },
    });
  });

  it.each([
    [RELEASE, { kind: 'intended' }, 'releases `payroll-2026/x.pdf`'],
    [RESUME, { kind: 'intended' }, 'resumes the orders of rule `payroll`'],
    [RESUME, { kind: 'applied' }, 'resumed the orders of rule `payroll`'],
    [
      RELEASE,
      { kind: 'refused', code: 'AccessDenied', words: 'no' },
      'has not released `payroll-2026/x.pdf`: AWS refused (AccessDenied: no)',
    ],
    [
      RELEASE,
      { kind: 'unfinished', words: 'interrupted' },
      'began to, and has not yet released `payroll-2026/x.pdf` (interrupted)',
    ],
  ] as const)('is one sentence for an auditor: %#', (act, outcome, said) => {
    expect(operatorRecord(act, outcome, CONTEXT).message).toContain(` ${said}, for the reason`);
  });

  it('is a valid OCSF API Activity, whatever anybody wrote', () => {
    fc.assert(
      fc.property(anyAct, anyOutcome, (act, outcome) => {
        expect(ocsfErrors(operatorRecord(act, outcome, CONTEXT))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is one harmless line, and its message is harmless too', () => {
    fc.assert(
      fc.property(anyAct, anyOutcome, (act, outcome) => {
        const record = operatorRecord(act, outcome, CONTEXT);
        const line = serialiseRecord(record);
        expect(hidesText(line.slice(0, -1))).toBe(false);
        expect(hidesText(record.message)).toBe(false);
      }),
    );
  });

  it('has the same id each time that it is written, and another one for each run and outcome', () => {
    const uidOf = (act: OperatorAct, outcome: OperatorOutcome) =>
      operatorRecord(act, outcome, CONTEXT).metadata.uid;
    const first = uidOf(RELEASE, { kind: 'intended' });
    expect(uidOf({ ...RELEASE }, { kind: 'intended' })).toBe(first);
    expect(uidOf(RELEASE, { kind: 'applied' })).not.toBe(first);
    expect(uidOf({ ...RELEASE, begunAt: new Date(0) }, { kind: 'intended' })).not.toBe(first);
  });

  it('needs no policy where none was asked', () => {
    const { policyHash: _, ...context } = CONTEXT;
    expect(
      operatorRecord(RESUME, { kind: 'intended' }, context).unmapped.sealward,
    ).not.toHaveProperty('policyHash');
  });
});
