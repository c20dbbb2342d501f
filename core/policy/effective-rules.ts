import type { Path } from './document/complaint.ts';
import type { Mode, OnViolation, Severity } from './compiled-policy.ts';
import type { DefaultsContent, PolicyContent, RuleContent } from './schema/policy-schema.ts';
import type { RequireContent } from './schema/require-schema.ts';
import type { TargetContent } from './schema/target-schema.ts';

/** One rule with everything that `defaults` fills in, and where each part was said. */
export type EffectiveRule = {
  readonly id: string;
  readonly match: RuleContent['match'];
  readonly require: RequireContent;
  readonly onViolation: OnViolation;
  readonly target?: TargetContent;
  readonly rekeyFrom: readonly string[];
  readonly severity: Severity;
  readonly mode: Mode;
  readonly said: Readonly<
    Record<'self' | 'require' | 'onViolation' | 'target' | 'rekeyFrom', Path>
  >;
};

// What holds where nobody says anything: a customer managed key, and no change to any object.
const REQUIRE: RequireContent = { encryption: ['aws:kms'], 'key-manager': 'customer' };
const ON_VIOLATION: OnViolation = 'report';
const SEVERITY: Severity = 'medium';
const MODE: Mode = 'observe';

export const reEncrypts = (onViolation: OnViolation): boolean =>
  onViolation === 're-encrypt' || onViolation === 're-encrypt-by-copy';

/** The rules that were read, in their order, and `defaults` as the last of them. */
export const effectiveRules = (
  rules: readonly { readonly index: number; readonly item: RuleContent }[],
  defaults: DefaultsContent = {},
  mode: PolicyContent['mode'] = MODE,
): readonly EffectiveRule[] => [
  ...rules.map(({ index, item }) => complete(item, { defaults, mode, self: ['rules', index] })),
  complete({ id: 'defaults', match: {}, ...defaults }, { defaults: {}, mode, self: ['defaults'] }),
];

// `rekey-from` is never inherited: each rule names the customer keys that it may replace.
const complete = (
  rule: RuleContent,
  { defaults, mode, self }: { defaults: DefaultsContent; mode: Mode; self: Path },
): EffectiveRule => {
  const said = (field: keyof DefaultsContent): Path => [
    ...(rule[field] === undefined && defaults[field] !== undefined ? ['defaults'] : self),
    field,
  ];
  const onViolation = rule['on-violation'] ?? defaults['on-violation'] ?? ON_VIOLATION;
  const target = rule.target ?? (reEncrypts(onViolation) ? defaults.target : undefined);
  return {
    id: rule.id,
    match: rule.match,
    require: rule.require ?? defaults.require ?? REQUIRE,
    onViolation,
    ...(target !== undefined && { target }),
    rekeyFrom: rule['rekey-from'] ?? [],
    severity: rule.severity ?? defaults.severity ?? SEVERITY,
    mode: rule.mode ?? mode,
    said: {
      self,
      require: said('require'),
      onViolation: said('on-violation'),
      target: said('target'),
      rekeyFrom: said('rekey-from'),
    },
  };
};
