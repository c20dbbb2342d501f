import type { Path } from './document/complaint.ts';
import type { PolicyContent } from './schema/policy-schema.ts';

export type KeyUse = { readonly key: string; readonly path: Path };

/** Every place where a policy names a key, from top to bottom. */
export const keyUses = ({ defaults, rules }: PolicyContent): readonly KeyUse[] => [
  ...usesIn(defaults, ['defaults']),
  ...rules.flatMap((rule, index) => usesIn(rule, ['rules', index])),
];

const usesIn = (rule: PolicyContent['defaults'], path: Path): readonly KeyUse[] => [
  ...(rule?.require?.['kms-key'] ?? []).map((key, index) => ({
    key,
    path: [...path, 'require', 'kms-key', index],
  })),
  ...(rule?.target === undefined
    ? []
    : [{ key: rule.target['kms-key'], path: [...path, 'target', 'kms-key'] }]),
  ...(rule?.['rekey-from'] ?? []).map((key, index) => ({
    key,
    path: [...path, 'rekey-from', index],
  })),
];
