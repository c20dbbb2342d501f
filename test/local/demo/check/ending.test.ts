import { expect, it } from '@jest/globals';
import type { LedgerRecord } from '../../../../core/ledger/ledger-record.ts';
import type { SealwardDetail } from '../../../../core/ledger/sealward-detail.ts';
import { isFinal, readEnding } from '../../../../local/demo/check/ending.ts';

const record = (detail: Partial<SealwardDetail>, requirement?: string): LedgerRecord =>
  ({
    compliance: requirement === undefined ? {} : { requirements: [requirement] },
    unmapped: { sealward: { rule: 'payroll', ...detail } },
  }) as unknown as LedgerRecord;

const pin = { kind: 'version', versionId: 'v' } as const;
const intent = record(
  { verdict: 'violation', intent: { intentId: 'i', order: { kind: 'update-encryption', pin } } },
  'kms-key',
);
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
])('%s', (_title, records, expected) => {
  expect(readEnding(records)).toEqual(expected);
  expect(records.some(isFinal)).toBe(expected !== undefined);
});
