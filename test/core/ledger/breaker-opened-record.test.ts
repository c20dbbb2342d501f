import { describe, expect, it } from '@jest/globals';
import { breakerOpenedRecord } from '../../../core/ledger/breaker-opened-record.ts';
import { CONTEXT } from './make-input.ts';
import { ocsfErrors } from './ocsf.ts';

const OPENED = {
  rule: 'payroll',
  orders: 10_000,
  hour: '2026-11-20T10:00:00.000Z',
  at: '2026-11-20T10:15:00.000Z',
};
const record = breakerOpenedRecord(OPENED, CONTEXT);
const uid = (more: Partial<typeof OPENED>): string =>
  breakerOpenedRecord({ ...OPENED, ...more }, CONTEXT).metadata.uid;

describe('breakerOpenedRecord', () => {
  it('says what happened to which rule, and how its orders go on', () => {
    expect(record.message).toBe(
      'the circuit breaker of rule `payroll` opened at 2026-11-20T10:15:00.000Z, after 10000 orders within the hour from 2026-11-20T10:00:00.000Z: its further orders wait in their queues, judging goes on',
    );
    expect(record.remediation?.desc).toBe(
      'find out what violates it so often (`sealward breaker show --stack sealward-prod`), then let its orders go: `sealward breaker resume payroll --stack sealward-prod --reason ...`',
    );
    expect(record.severity).toBe('Critical');
  });

  it('is about the rule, and about no object', () => {
    expect(record.resources).toEqual([
      expect.objectContaining({
        uid: 'sealward-prod/rule/payroll',
        type: 'Sealward::Rule',
        name: 'payroll',
      }),
    ]);
    expect(record.resources[0]).not.toHaveProperty('namespace');
    expect(record.compliance.control).toBe('payroll');
    expect(record.unmapped.sealward).toEqual({
      kind: 'breaker-opened',
      stack: 'sealward-prod',
      policyHash: CONTEXT.policyHash,
      rule: 'payroll',
      breaker: { orders: 10_000, hour: OPENED.hour, at: OPENED.at },
    });
    expect(ocsfErrors(record)).toEqual([]);
  });

  it('is the same record whenever it is told, and another each time that it opens', () => {
    const later = { ...CONTEXT, now: new Date(0) };
    expect(breakerOpenedRecord(OPENED, later).metadata.uid).toBe(record.metadata.uid);
    expect(uid({ at: '2026-11-20T10:16:00.000Z' })).not.toBe(record.metadata.uid);
    expect(uid({ rule: 'other' })).not.toBe(record.metadata.uid);
  });

  it.each([
    ["it's", `resume 'it'\\''s' --stack`],
    ['a;rm -rf ~', "resume 'a;rm -rf ~' --stack"],
    ['\u202Ex', String.raw`resume $'\xe2\x80\xaex' --stack`],
    ['\0', 'then resume it'],
  ])('gives no rule a say in its command: %j', (rule, command) => {
    const advice = breakerOpenedRecord({ ...OPENED, rule }, CONTEXT).remediation?.desc;
    expect(advice).toContain(command);
  });
});
