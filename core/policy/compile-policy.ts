import { checkResolved } from './checks/check-resolved.ts';
import type { CompiledPolicy } from './compiled-policy.ts';
import { compileRule } from './compile-rule.ts';
import { effectiveRules } from './effective-rules.ts';
import { keyUses } from './key-uses.ts';
import { locate } from './document/locate.ts';
import type { PolicyErrors } from './policy-error.ts';
import type { PolicyFile } from './policy-file.ts';
import { policyHashOf } from './policy-hash.ts';
import type { PolicyLock } from './policy-lock.ts';
import { resolveKeys, type CompileFor } from './resolve-keys.ts';

/**
 * Makes the `policy.json` of one Region (and account) out of a policy file and its lock. The account is
 * needed only where the lock pins aliases of several, or to check what `key-account: same` means.
 */
export const compilePolicy = (
  file: PolicyFile,
  lock: PolicyLock,
  where: CompileFor,
): { readonly kind: 'compiled'; readonly policy: CompiledPolicy } | PolicyErrors => {
  const { content, document } = file;
  const { arns, pins, complaints } = resolveKeys(keyUses(content), lock, where);
  const rules = effectiveRules(
    content.rules.map((item, index) => ({ index, item })),
    content.defaults,
    content.mode,
  );
  const errors = locate(document, [
    ...complaints,
    ...rules.flatMap((rule) => checkResolved(rule, arns, where)),
  ]);
  if (errors.length > 0) {
    return { kind: 'policy-errors', errors };
  }
  const arnOf = (key: string) => {
    const arn = arns.get(key);
    if (arn === undefined) {
      throw new Error(`key \`${key}\` was neither resolved nor complained about`);
    }
    return arn;
  };
  const rest = {
    version: 1,
    rules: rules.map((rule) => compileRule(rule, arnOf)),
    exemptions: content.exemptions,
    pins,
  } as const;
  return { kind: 'compiled', policy: { policyHash: policyHashOf(rest), ...rest } };
};
