import { checkIds } from './check-ids.ts';
import { checkReachable } from './check-reachable.ts';
import { checkRekeyFrom } from './check-rekey-from.ts';
import { checkRequire } from './check-require.ts';
import { checkTarget } from './check-target.ts';
import type { Complaint } from '../document/complaint.ts';
import { effectiveRules } from '../effective-rules.ts';
import { defaultsSchema, ruleSchema } from '../schema/policy-schema.ts';
import { fieldIn, listIn, wellFormed } from '../document/well-formed.ts';

/**
 * What the schema cannot say. Looks at whatever rules are well formed, so that one misspelt field does
 * not hide what is wrong elsewhere.
 */
export const checkPolicy = (data: unknown): readonly Complaint[] => {
  const rules = wellFormed(ruleSchema, listIn(data, 'rules'));
  const [defaults] = wellFormed(defaultsSchema, [fieldIn(data, 'defaults') ?? {}]);
  return [
    ...checkIds('rules', listIn(data, 'rules')),
    ...checkIds('exemptions', listIn(data, 'exemptions')),
    ...checkReachable(rules),
    // without the defaults nobody can tell what the rules inherit from them
    ...(defaults === undefined ? [] : effectiveRules(rules, defaults.item)).flatMap((rule) => [
      ...checkRequire(rule),
      ...checkTarget(rule),
      ...checkRekeyFrom(rule),
    ]),
  ];
};
