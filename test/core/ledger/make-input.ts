import type { Verdict, Violation } from '../../../core/judge/verdict.ts';
import type { KeyArn } from '../../../core/keys/key-arn.ts';
import type { LedgerContext } from '../../../core/ledger/ledger-context.ts';
import type { VerdictRecordInput } from '../../../core/ledger/verdict-record-input.ts';
import type { Returned } from '../../../core/messages/ref-message.ts';
import type { Outcome, Plan, UpdateEncryption } from '../../../core/orders/order.ts';

export const NOW = new Date('2026-11-20T10:15:05.000Z');
export const KEY_ARN = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd' as KeyArn;

export const CONTEXT: LedgerContext = {
  account: '111122223333',
  region: 'eu-west-1',
  partition: 'aws',
  stack: 'sealward-prod',
  policyHash: 'p'.repeat(64),
  now: NOW,
  productVersion: '0.1.0',
};

export const REF = {
  bucket: 'payroll-2026',
  key: 'statements/x.pdf',
  versionId: 'v1',
} as const;

export const VIOLATION: Violation = {
  kind: 'violation',
  rule: 'payroll',
  severity: 'medium',
  requirement: 'encryption',
  expected: ['aws:kms'],
  found: 'AES256',
  also: [{ requirement: 'kms-key', expected: [KEY_ARN], found: 'sse-s3' }],
  undecided: [],
};

export const COMPLIANT: Verdict = { kind: 'compliant', rule: 'payroll' };
export const EXEMPT: Verdict = { kind: 'exempt', exemption: 'etl-landing', from: VIOLATION };
export const GONE: Verdict = { kind: 'gone', deleteMarker: false };
export const DENIED: Verdict = {
  kind: 'indeterminate',
  cause: 'access-denied',
  words: 'AccessDenied: no',
  undecided: [],
};

export const ORDER: UpdateEncryption = {
  kind: 'update-encryption',
  ref: REF,
  pin: { kind: 'version', versionId: 'v1' },
  because: VIOLATION,
  policyHash: CONTEXT.policyHash,
  intentId: 'intent-1',
  to: { algorithm: 'aws:kms', keyArn: KEY_ARN, bucketKey: true },
};

export const planOf = (intentId: string): Plan => ({
  kind: 'order',
  order: { ...ORDER, intentId },
});

export const returned = (outcome: Outcome, intentId = 'intent-1'): Returned => ({
  intentId,
  rule: 'payroll',
  outcome,
});

/** The order that moves REF into quarantine, or isolates it there where it is. */
export const takeAway = (kind: 'move' | 'isolate'): Plan => ({
  kind: 'order',
  order: {
    kind,
    ref: REF,
    pin: { kind: 'version', versionId: 'v1' },
    because: VIOLATION,
    policyHash: CONTEXT.policyHash,
    intentId: 'intent-1',
  },
});

export const APPLIED: Outcome = { kind: 'applied' };
export const COPIED: Outcome = { kind: 'applied', became: 'v2', residual: 'v1' };
export const MOVED_TO = 's3://quarantine/payroll-2026/intent-1/object';
export const MOVED: Outcome = { kind: 'applied', movedTo: MOVED_TO };
export const FAILED: Outcome = { kind: 'failed', words: 'given up after 5 tries' };
export const SUPERSEDED: Outcome = { kind: 'superseded', words: 'newer data' };
export const REFUSED: Outcome = {
  kind: 'refused',
  code: 'AccessDenied',
  words: 'not authorized to perform kms:GenerateDataKey',
};

/** An event about REF, judged as told. */
export const makeInput = (
  verdict: Verdict,
  more: Partial<Omit<VerdictRecordInput, 'judged'>> = {},
): VerdictRecordInput => ({
  ref: { ...REF, sequencer: '00A1' },
  cause: 'event',
  encryption: { kind: 'sse-s3' },
  etag: 'e1',
  lastModified: new Date('2026-11-20T10:15:00.000Z'),
  size: 12,
  judged: { ref: REF, verdict },
  ...more,
});

/** What the reader judges when a writer has sent the ref back. */
export const makeReturn = (
  verdict: Verdict,
  outcome: Outcome,
  more: Partial<Omit<VerdictRecordInput, 'judged' | 'ref' | 'cause'>> = {},
): VerdictRecordInput =>
  makeInput(verdict, { ref: { ...REF, returned: returned(outcome) }, cause: 'writer', ...more });
