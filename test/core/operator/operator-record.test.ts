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
      { kind: 'applied', words: 'it was there already' },
      'released `payroll-2026/x.pdf` (it was there already)',
    ],
    [
      RELEASE,
      { kind: 'superseded', words: 'it is gone' },
      'has not released `payroll-2026/x.pdf` (it is gone)',
    ],
    [
      RESUME,
      { kind: 'failed', words: 'time ran out' },
      'has not resumed the orders of rule `payroll` (time ran out)',
    ],
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

  it('lets no reason end the quotes that it stands in', () => {
    const act = { ...RESUME, reason: 'a`b' };
    expect(operatorRecord(act, { kind: 'applied' }, CONTEXT).message).toMatch(
      /for the reason `a\\u\{60\}b`$/,
    );
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

  it('is this record, member by member', () => {
    const refused = { kind: 'refused', code: 'AccessDenied', words: 'no' } as const;
    const account = { uid: '111122223333', type: 'AWS Account', type_id: 10 };
    expect(operatorRecord(RESUME, refused, CONTEXT)).toStrictEqual({
      activity_id: 3,
      activity_name: 'Update',
      category_uid: 6,
      class_uid: 6003,
      type_uid: 600_303,
      time: Date.parse('2026-11-24T12:00:00Z'),
      severity_id: 3,
      severity: 'Medium',
      status_id: 2,
      status: 'Failure',
      message:
        '`arn:aws:sts::111122223333:assumed-role/release/jane` has not resumed the orders of rule `payroll`: AWS refused (AccessDenied: no), for the reason `SEC-412`',
      metadata: {
        version: '1.8.0',
        uid: '5f43cb7fe81fde2dd081c61d6fc9c94863c29bac446e166f89412c2487eedda0', // as in the version before: a retried command writes its records once
        product: { name: 'Sealward', vendor_name: 'Sealward', version: '0.1.0' },
        profiles: ['cloud'],
      },
      actor: { user: { uid: RESUME.by.arn, uid_alt: 'AROA:jane', account } },
      api: {
        operation: 'breaker resume',
        service: { name: 'sealward' },
        request: { uid: RESUME.id },
      },
      src_endpoint: { svc_name: 'sealward' },
      resources: [
        {
          uid: 'sealward-prod/rule/payroll',
          type: 'Sealward::Rule',
          name: 'payroll',
          region: 'eu-west-1',
          cloud_partition: 'aws',
          owner: { account },
        },
      ],
      cloud: { provider: 'AWS', region: 'eu-west-1', cloud_partition: 'aws', account },
      unmapped: {
        sealward: {
          kind: 'operator',
          stack: 'sealward-prod',
          operation: 'breaker resume',
          actId: RESUME.id,
          rule: 'payroll',
          reason: 'SEC-412',
          policyHash: 'p'.repeat(64),
          outcome: 'refused',
          code: 'AccessDenied',
          words: 'no',
        },
      },
    });
  });

  it.each([
    [{ kind: 'intended' }, 1, 'Informational', 0, 'Unknown'],
    [{ kind: 'applied' }, 1, 'Informational', 1, 'Success'],
    [{ kind: 'unfinished', words: '' }, 1, 'Informational', 99, 'Other'],
    [{ kind: 'superseded', words: '' }, 3, 'Medium', 2, 'Failure'],
    [{ kind: 'failed', words: '' }, 3, 'Medium', 2, 'Failure'],
  ] as const)('weighs %j', (outcome, severityId, severity, statusId, status) => {
    expect(operatorRecord(RESUME, outcome, CONTEXT)).toMatchObject({
      severity_id: severityId,
      severity,
      status_id: statusId,
      status,
    });
  });

  it('needs no policy where none was asked', () => {
    const { policyHash: _, ...context } = CONTEXT;
    expect(
      operatorRecord(RESUME, { kind: 'intended' }, context).unmapped.sealward,
    ).not.toHaveProperty('policyHash');
  });
});
