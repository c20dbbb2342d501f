import { assertNever } from '../assert-never.ts';
import type { Violation } from '../judge/verdict.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { CompiledRule } from '../policy/compiled-policy.ts';
import type { Plan } from './order.ts';
import type { PlanFacts } from './plan-facts.ts';
import { planIsolation } from './plan-isolation.ts';
import { planQuarantine } from './plan-quarantine.ts';
import { planReEncryption } from './plan-re-encryption.ts';

/** What should follow a violation under its rule: DESIGN section 5, as data. Nothing is done by planning. */
export const planRemedy = (
  rule: CompiledRule,
  because: Violation,
  object: ObjectFacts,
  facts: PlanFacts,
): Plan => {
  switch (rule.onViolation) {
    case 'report':
      return { kind: 'report', reason: 'policy-says-report' };
    case 'isolate':
      return planIsolation(because, object, facts);
    case 'quarantine':
      return planQuarantine(because, object, facts);
    case 're-encrypt':
    case 're-encrypt-by-copy':
      return planReEncryption(rule, because, object, facts);
    default:
      return assertNever(rule.onViolation);
  }
};
