import { compilePolicy } from '../../core/policy/compile-policy.ts';
import { loadPolicy, type Policy } from '../../core/policy/load-policy.ts';
import { parsePolicy } from '../../core/policy/parse-policy.ts';
import { EMPTY_LOCK, type LockPin, type PolicyLock } from '../../core/policy/policy-lock.ts';
import type { KeyAlias } from '../../core/keys/key-arn.ts';
import { ACCOUNT, keyArn, REGION } from './facts.ts';

/** A lock in which each alias `alias/NAME` is pinned to the key `NAME`. */
export const makeLock = (...names: readonly string[]): PolicyLock => ({
  ...EMPTY_LOCK,
  pins: names.map((name): LockPin => ({
    account: ACCOUNT,
    region: REGION,
    alias: `alias/${name}` as KeyAlias,
    keyArn: keyArn(name),
  })),
});

/** The policy that a YAML text compiles to: through the same steps as at package time. */
export const makePolicy = (text: string, lock: PolicyLock = EMPTY_LOCK): Policy => {
  const parsed = parsePolicy(text, 'policy.yaml');
  if (parsed.kind === 'policy-errors') {
    throw new Error(JSON.stringify(parsed.errors));
  }
  const compiled = compilePolicy(parsed.file, lock, { region: REGION, account: ACCOUNT });
  if (compiled.kind === 'policy-errors') {
    throw new Error(JSON.stringify(compiled.errors));
  }
  return loadPolicy(JSON.parse(JSON.stringify(compiled.policy)));
};
