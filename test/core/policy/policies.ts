import { compilePolicy } from '../../../core/policy/compile-policy.ts';
import type { CompiledPolicy } from '../../../core/policy/compiled-policy.ts';
import { loadPolicy, type Policy } from '../../../core/policy/load-policy.ts';
import { parsePolicy } from '../../../core/policy/parse-policy.ts';
import type { PolicyError } from '../../../core/policy/policy-error.ts';
import type { PolicyFile } from '../../../core/policy/policy-file.ts';
import { EMPTY_LOCK, parsePolicyLock, type PolicyLock } from '../../../core/policy/policy-lock.ts';
import type { CompileFor } from '../../../core/policy/resolve-keys.ts';

export const REGION = 'eu-west-1';
export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';

export const keyArn = (id: string, { region = REGION, account = ACCOUNT } = {}): string =>
  `arn:aws:kms:${region}:${account}:key/${id}`;

export const fileOf = (text: string): PolicyFile => {
  const parsed = parsePolicy(text, 'policy.yaml');
  if (parsed.kind === 'policy-errors') {
    throw new Error(JSON.stringify(parsed.errors));
  }
  return parsed.file;
};

export const errorsOf = (text: string): readonly PolicyError[] => {
  const parsed = parsePolicy(text, 'policy.yaml');
  return parsed.kind === 'policy-errors' ? parsed.errors : [];
};

/** Pins as `[alias, key id]`, all in the one account and Region unless said. */
export const lockOf = (
  pins: readonly (readonly [alias: string, id: string])[],
  { region = REGION, account = ACCOUNT } = {},
): PolicyLock => {
  const text = JSON.stringify({
    version: 1,
    pins: pins.map(([alias, id]) => ({
      account,
      region,
      alias,
      keyArn: keyArn(id, { region, account }),
    })),
  });
  const parsed = parsePolicyLock(text, 'sealward.policy.lock.json');
  if (parsed.kind === 'policy-errors') {
    throw new Error(JSON.stringify(parsed.errors));
  }
  return parsed.lock;
};

export const compiledOf = (
  text: string,
  lock: PolicyLock = EMPTY_LOCK,
  where: CompileFor = { region: REGION, account: ACCOUNT },
): CompiledPolicy => {
  const compiled = compilePolicy(fileOf(text), lock, where);
  if (compiled.kind === 'policy-errors') {
    throw new Error(JSON.stringify(compiled.errors));
  }
  return compiled.policy;
};

/** As it is at run time: through JSON and back. */
export const policyOf = (text: string, lock?: PolicyLock): Policy =>
  loadPolicy(JSON.parse(JSON.stringify(compiledOf(text, lock))));

/** A policy that uses every field. */
export const PAYROLL = `
version: 1
defaults:
  severity: low
rules:
  - id: payroll
    match: { buckets: [payroll], objects: ["s/**"], object-tags: { pii: "true" }, bucket-tags: { team: hr } }
    require: { encryption: [aws:kms], kms-key: [alias/payroll], key-account: same, bucket-key: true, key-rotation: true }
    on-violation: re-encrypt
    target: { kms-key: alias/payroll }
    rekey-from: [alias/old]
    mode: enforce
exemptions:
  - { id: e, match: { buckets: [etl] }, reason: r, owner: o, ticket: T-1, expires: 2027-01-31 }
  - { id: f, match: { objects: [tmp] }, reason: r, owner: o, expires: 2027-01-31 }
`;
export const PAYROLL_LOCK = lockOf([
  ['alias/payroll', 'aaa'],
  ['alias/old', 'bbb'],
  ['alias/unused', 'ccc'],
]);

/** A policy of one rule, whose further fields start in line 5. */
export const reEncrypting = (...lines: readonly string[]): string =>
  [
    'version: 1',
    'rules:',
    '  - id: r',
    '    match: { buckets: [b] }',
    ...lines.map((line) => `    ${line}`),
  ].join('\n');
