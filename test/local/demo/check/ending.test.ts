import { expect, it } from '@jest/globals';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { SealwardDetail } from '../../../../core/ledger/sealward-detail.ts';
import type { OrderKind } from '../../../../core/orders/order.ts';
import { isFinal, readEnding } from '../../../../local/demo/check/ending.ts';

const record = (detail: Partial<SealwardDetail>, requirement?: string): LedgerRecord =>
  ({
    compliance: requirement === undefined ? {} : { requirements: [requirement] },
    unmapped: { sealward: { rule: 'payroll', ...detail } },
  }) as unknown as LedgerRecord;

const pin = { kind: 'version', versionId: 'v' } as const;
const ordered = (kind: OrderKind) =>
  record({ verdict: 'violation', intent: { intentId: 'i', order: { kind, pin } } }, 'kms-key');
const intent = ordered('update-encryption');
const closing = (verdict: SealwardDetail['verdict']) =>
  record({
    ...(verdict && { verdict }),
    closes: { intentId: 'i', outcome: 'applied', rule: 'payroll' },
  });
const wait = record({
  verdict: 'violation',
  plan: { kind: 'wait', reason: 'replication-pending', seconds: 900 },
});

it.each([
  ['no record', [], undefined],
  ['an intent that nothing has answered', [intent], undefined],
  ['a wait', [wait], undefined],
  ['compliant at once', [record({ verdict: 'compliant' })], { how: 'compliant', rule: 'payroll' }],
  [
    'compliant by an order',
    [intent, closing('compliant')],
    { how: 'reencrypted', rule: 'payroll', requirement: 'kms-key' },
  ],
  [
    'compliant, closing an intent that was never seen',
    [closing('compliant')],
    { how: 'compliant', rule: 'payroll' },
  ],
  ['gone before the order', [intent, closing('gone')], { how: 'gone' }],
  [
    'reported after an order that was refused',
    [
      intent,
      record(
        {
          verdict: 'violation',
          plan: { kind: 'order', order: 'update-encryption', intentId: 'i', sent: 'tried' },
        },
        'kms-key',
      ),
    ],
    {
      how: 'reported',
      rule: 'payroll',
      requirement: 'kms-key',
      because: 'tried',
      order: 'update-encryption',
    },
  ],
  [
    'isolated, and found so',
    [ordered('isolate'), closing('violation')],
    { how: 'isolated', rule: 'payroll', requirement: 'kms-key' },
  ],
  [
    'moved, and gone',
    [ordered('move'), closing('gone')],
    { how: 'quarantined', rule: 'payroll', requirement: 'kms-key' },
  ],
  [
    'gone, but not by its order',
    [
      ordered('move'),
      record({
        verdict: 'gone',
        closes: { intentId: 'i', outcome: 'superseded', rule: 'payroll' },
      }),
    ],
    { how: 'gone' },
  ],
  [
    'copied in its place',
    [ordered('copy'), closing('compliant')],
    { how: 'copied', order: 'copy', rule: 'payroll', requirement: 'kms-key' },
  ],
])('%s', (_title, records, expected) => {
  expect(readEnding(records)).toEqual(expected);
  expect(records.some(isFinal)).toBe(expected !== undefined);
});

it('a copy that made a new version, whose records are under another version id', () => {
  const left = record(
    { verdict: 'violation', plan: { kind: 'report', reason: 'not-current' } },
    'encryption',
  );
  expect(readEnding([ordered('copy'), left], [closing('compliant')])).toEqual({
    how: 'copied',
    order: 'copy',
    rule: 'payroll',
    requirement: 'kms-key',
  });
});

it('names who refused an order', () => {
  const refused = record(
    {
      verdict: 'violation',
      plan: { kind: 'order', order: 'isolate', intentId: 'i', sent: 'tried' },
      closes: { intentId: 'i', outcome: 'refused', rule: 'payroll', code: 'NoDenyStatement' },
    },
    'kms-key',
  );
  expect(readEnding([ordered('isolate'), refused])).toMatchObject({
    how: 'reported',
    because: 'tried',
    refused: 'NoDenyStatement',
  });
});
