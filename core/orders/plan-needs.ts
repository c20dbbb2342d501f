import { kmsKeyOf } from '../objects/encryption.ts';
import type { ObjectFacts } from '../objects/object-facts.ts';
import type { CompiledRule } from '../policy/compiled-policy.ts';
import { copyNeeded } from './copy-needed.ts';
import type { PlanNeed } from './plan-facts.ts';

/** What must be read before `planRemedy` can answer. Nothing for rules that only report. */
export const planNeeds = (
  rule: CompiledRule,
  { ref, encryption, replication }: ObjectFacts,
  account: string,
): readonly PlanNeed[] => {
  const { onViolation, target } = rule;
  if (onViolation === 'report') {
    return [];
  }
  if (onViolation === 'isolate') {
    return ['isolated'];
  }
  const source = kmsKeyOf(encryption);
  const needs: PlanNeed[] = [];
  if (source !== undefined && source !== target?.keyArn) {
    needs.push('source-key');
  }
  if (target === undefined || onViolation === 'quarantine') {
    return [...needs, 'versioning', 'isolated']; // nothing is encrypted under the target
  }
  needs.push('target-key');
  if (replication === 'completed' || replication === 'failed') {
    needs.push('replication');
  }
  const copies = onViolation === 're-encrypt-by-copy' && copyNeeded(encryption, target, account);
  return copies && ref.versionId !== undefined ? [...needs, 'current', 'versioning'] : needs;
};
