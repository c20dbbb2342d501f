import { describe, expect, it } from '@jest/globals';
import { alertFor } from '../../../core/alerts/alert-for.ts';
import { breakerOpenedRecord } from '../../../core/ledger/breaker-opened-record.ts';
import {
  failedOrderRecord,
  unreadableMessageRecord,
} from '../../../core/ledger/dead-letter-record.ts';
import type { LedgerRecord } from '../../../core/ledger/ledger-record.ts';
import { verdictRecord } from '../../../core/ledger/verdict-record.ts';
import {
  APPLIED,
  COMPLIANT,
  CONTEXT,
  COPIED,
  DENIED,
  GONE,
  makeInput,
  makeReturn,
  MOVED,
  ORDER,
  planOf,
  takeAway,
  VIOLATION,
} from '../ledger/make-input.ts';

const WAIT = { kind: 'wait', reason: 'replication-pending', seconds: 900 } as const;
const record = (...args: Parameters<typeof makeInput>): LedgerRecord =>
  verdictRecord(makeInput(...args), CONTEXT);
const ISOLATED = { kind: 'report', reason: 'already-isolated' } as const;
const BREAKER = breakerOpenedRecord(
  { rule: 'payroll', orders: 3, hour: 'at noon', at: 'soon after' },
  CONTEXT,
);
const moved = verdictRecord(makeReturn(GONE, MOVED), CONTEXT);
const isolated = verdictRecord(makeReturn(VIOLATION, APPLIED, { plan: ISOLATED }), CONTEXT);
const ordered = record(VIOLATION, { plan: planOf('intent-1'), sent: 'sent' });

describe('alertFor', () => {
  it.each([
    ['violation', record(VIOLATION), 'medium', true],
    ['violation', record(VIOLATION), 'high', false],
    ['critical violation', record({ ...VIOLATION, severity: 'critical' }), 'critical', true],
    ['what could not be read', record(DENIED), 'high', true],
    ['compliant object', record(COMPLIANT), 'low', false],
    [
      'order that was given up',
      failedOrderRecord(ORDER, { receiveCount: 5 }, CONTEXT),
      'high',
      true,
    ],
    ['object that begins to wait', record(VIOLATION, { plan: WAIT }), 'medium', true],
    [
      'object that goes on waiting',
      record(VIOLATION, { plan: WAIT, ref: { ...ORDER.ref, attempt: 1 } }),
      'medium',
      false,
    ],
  ] as const)('alerts of a %s, %#: from %s on: %s', (_title, one, threshold, alerts) => {
    expect(alertFor(one, threshold) !== undefined).toBe(alerts);
  });

  it('says what, where, why, what was done and what to do', () => {
    expect(alertFor(ordered, 'medium')).toEqual({
      subject: 'sealward medium: intent of payroll: payroll-2026/statements/x.pdf',
      body: [
        'severity: medium',
        'what:     object is not encrypted as the policy asks, and is being mended: rule `payroll`',
        'where:    object `statements/x.pdf` in bucket `payroll-2026`, version `v1`',
        'why:      `payroll-2026/statements/x.pdf` is encrypted with `sse-s3`, expected `aws:kms`: re-encryption ordered',
        'done:     re-encryption ordered as `intent-1`',
        'to do:    nothing yet: the next record of this object says how the order ended',
        'look:     sealward check s3://payroll-2026/statements/x.pdf --version-id v1',
        'rule:     `payroll`',
        'trigger:  event',
        'when:     2026-11-20T10:15:05.000Z',
        `finding:  ${ordered.finding_info.uid}`,
        `record:   ${ordered.metadata.uid}`,
        `policy:   ${CONTEXT.policyHash}`,
        'stack:    `sealward-prod` in account 111122223333, eu-west-1',
      ].join('\n'),
      attributes: {
        severity: 'medium',
        kind: 'intent',
        rule: 'payroll',
        bucket: 'payroll-2026',
        account: '111122223333',
        region: 'eu-west-1',
      },
    });
  });

  it.each([
    [ordered, 're-encryption ordered as `intent-1`'],
    [record(VIOLATION, { plan: WAIT }), 'put off: nothing was changed'],
    [record(VIOLATION), 'recorded, no order is open'],
    [
      verdictRecord(makeReturn(DENIED, APPLIED), CONTEXT),
      'order `intent-1` ended as applied; recorded, no order is open',
    ],
    [unreadableMessageRecord('?', 'arn:q', CONTEXT), 'kept the message in the ledger'],
    [BREAKER, 'its orders are held back, none is lost'],
    [
      verdictRecord(makeReturn(COMPLIANT, COPIED), CONTEXT),
      'order `intent-1` ended as applied (version `v2` is the copy, version `v1` stays behind as it was); recorded, no order is open',
    ],
    [
      moved,
      'order `intent-1` ended as applied (moved into quarantine as `s3://quarantine/payroll-2026/intent-1/object`); recorded, no order is open',
    ],
    [isolated, 'order `intent-1` ended as applied; it is isolated'],
    [record(VIOLATION, { plan: ISOLATED }), 'it is isolated'],
  ])('says what was done, %#', (one, done) => {
    expect(alertFor(one, 'informational')?.body).toContain(`\ndone:     ${done}\n`);
  });

  it('names the queue of an unreadable message, and no object', () => {
    const queue = 'arn:aws:sqs:eu-west-1:111122223333:sealward-objects';
    const alert = alertFor(unreadableMessageRecord('?', queue, CONTEXT), 'high');
    expect(alert?.body).toContain(`where:    queue \`${queue}\``);
    expect(alert?.body).not.toContain('look:');
    expect(alert?.subject).toBe('sealward high: unreadable-message: sealward-objects');
    expect(alert?.attributes).not.toHaveProperty('bucket');
  });

  it('lets no policy hash act that the message of an order named', () => {
    const order = { ...ORDER, policyHash: 'x\n\u001B[2Jto do:   run this' };
    const alert = alertFor(failedOrderRecord(order, { receiveCount: 5 }, CONTEXT), 'low');
    expect(alert?.body).toContain(String.raw`policy:   x\n\u{1b}[2Jto do:   run this`);
  });

  it('tells of an open circuit breaker without naming any object', () => {
    const alert = alertFor(BREAKER, 'critical');
    expect(alert?.subject).toBe('sealward critical: breaker-opened: payroll');
    expect(alert?.body).toContain('\nwhere:    orders of rule `payroll`\n');
    expect(alert?.body).toContain('sealward breaker resume payroll --stack sealward-prod');
    expect(alert?.body).not.toContain('look:');
    expect(alert?.attributes).toEqual({
      severity: 'critical',
      kind: 'breaker-opened',
      rule: 'payroll',
      account: '111122223333',
      region: 'eu-west-1',
    });
  });

  const SHOW = 'sealward quarantine show intent-1 --stack sealward-prod';
  const BACK = `write it again as the rule asks, or have it released from quarantine (\`${SHOW}\`)`;
  it.each([
    [
      'is to be moved',
      record(VIOLATION, { plan: takeAway('move'), sent: 'sent' }),
      `it is being taken out of use: ${BACK}`,
      'sealward check s3://payroll-2026/statements/x.pdf --version-id v1',
    ],
    ['was moved', moved, BACK, SHOW],
    [
      'was isolated',
      isolated,
      BACK,
      'sealward check s3://payroll-2026/statements/x.pdf --version-id v1',
    ],
  ])('tells whoever wrote an object that %s how to have it back', (_title, one, advice, look) => {
    const body = alertFor(one, 'informational')?.body ?? '';
    expect(body).toContain(`\nto do:    ${advice}\n`);
    expect(body).toContain(`\nlook:     ${look}\n`);
  });

  it('leaves out an attribute that would be empty, which SNS refuses', () => {
    const nowhere = verdictRecord(makeInput(VIOLATION), { ...CONTEXT, region: '' });
    expect(alertFor(nowhere, 'low')?.attributes).not.toHaveProperty('region');
  });

  it('makes no link of a key', () => {
    const key = 'urgent: https://evil.example/login xs3://evil';
    const body = alertFor(record(VIOLATION, {}), 'low')?.body ?? '';
    const hostile = verdictRecord(
      { ...makeInput(VIOLATION), judged: { ref: { bucket: 'b', key }, verdict: VIOLATION } },
      CONTEXT,
    );
    expect(body).toContain('s3://');
    expect(alertFor(hostile, 'low')?.body).not.toMatch(/https:\/\/|xs3:\/\//);
  });
});
