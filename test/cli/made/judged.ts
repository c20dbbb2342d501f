import type { Checked } from '../../../cli/check/check-ports.ts';
import type { Verdict } from '../../../core/judge/verdict.ts';
import type { Plan, UpdateEncryption } from '../../../core/orders/order.ts';
import type { CompiledRule } from '../../../core/policy/compiled-policy.ts';
import { keyArn, makeObject, makeViolation } from '../../made/facts.ts';

export const OBJECT = makeObject({ kind: 'sse-s3' });
export const VIOLATION = makeViolation();

export const judged = (verdict: Verdict, plan?: Plan, rule?: Partial<CompiledRule>): Checked => ({
  kind: 'judged',
  triggered: OBJECT.ref,
  reading: verdict.kind === 'gone' ? { ...verdict, ref: OBJECT.ref } : OBJECT,
  verdict,
  at: new Date(0),
  ...(plan !== undefined && { plan }),
  ...(rule !== undefined && { rule: rule as CompiledRule }),
});

export const NAME = 's3://payroll-2026/statements/x.pdf (version v1)';

export const UPDATE: UpdateEncryption = {
  kind: 'update-encryption',
  ref: OBJECT.ref,
  pin: { kind: 'version', versionId: 'v1' },
  because: VIOLATION,
  policyHash: 'h',
  intentId: 'i',
  to: { algorithm: 'aws:kms', keyArn: keyArn('k1'), bucketKey: true },
};

export const ORDER: Plan = { kind: 'order', order: UPDATE };
