import { describe, expect, it } from '@jest/globals';
import { explainPlan } from '../../../core/orders/explain-plan.ts';
import type { Order } from '../../../core/orders/order.ts';
import { keyArn, makeViolation } from '../../made/facts.ts';

const ABOUT = {
  ref: { bucket: 'b', key: 'k', versionId: 'v1' },
  pin: { kind: 'version', versionId: 'v1' },
  because: makeViolation(),
  policyHash: 'hash',
  intentId: 'i1',
} as const;
const to = { algorithm: 'aws:kms', keyArn: keyArn('target'), bucketKey: true } as const;
const ORDERS: readonly (readonly [Order, string])[] = [
  [
    { ...ABOUT, kind: 'update-encryption', to },
    `update its encryption in place under \`${to.keyArn}\``,
  ],
  [{ ...ABOUT, kind: 'copy', to, size: 1 }, `copy it onto itself under \`${to.keyArn}\``],
  [
    { ...ABOUT, kind: 'copy-in-parts', to, size: 1 },
    `copy it onto itself in parts under \`${to.keyArn}\``,
  ],
  [{ ...ABOUT, kind: 'isolate' }, 'isolate it with a tag'],
  [{ ...ABOUT, kind: 'move' }, 'move it into quarantine'],
];

describe('what follows, for people', () => {
  it.each(ORDERS)('%j', (order, words) => {
    expect(explainPlan({ kind: 'order', order })).toBe(words);
  });

  it('a wait says for how long', () => {
    expect(explainPlan({ kind: 'wait', reason: 'replication-pending', seconds: 900 })).toBe(
      'judge it again in 900 seconds: it is still being replicated',
    );
  });

  it.each([
    [
      'the reason alone',
      { kind: 'report', reason: 'policy-says-report' },
      'the policy says to report only',
    ],
    [
      'the reason, and what is particular to this object',
      { kind: 'report', reason: 'object-lock', detail: 'retained in COMPLIANCE mode' },
      'protected by Object Lock, which is never bypassed (retained in COMPLIANCE mode)',
    ],
    [
      'a way out, where there is one',
      { kind: 'report', reason: 'needs-copy' },
      'only a copy could mend it, and a copy makes a new version: allow it with `on-violation: re-encrypt-by-copy`',
    ],
  ] as const)('a report says %s', (_title, plan, words) => {
    expect(explainPlan(plan)).toBe(words);
  });
  it.each([
    'not-current',
    'archived',
    'versioning-suspended',
    'source-key-unusable',
    'source-key-not-listed',
    'target-key-unusable',
    'alias-moved',
    'customer-key-unknown',
    'stronger-than-target',
    'would-break-replication',
    'already-isolated',
    'replication-pending',
    'no-remedy',
  ] as const)('`%s` is a sentence for people', (reason) => {
    expect(explainPlan({ kind: 'report', reason })).toMatch(/^\w.{20,}[^.]$/);
  });
});
