import * as z from 'zod';
import { exemptionMatchSchema, ruleMatchSchema } from './match-schema.ts';
import { date, id, key, listOf, words } from './policy-fields.ts';
import { requireSchema } from './require-schema.ts';
import { targetSchema } from './target-schema.ts';

const MOST_RULES = 1000;

const modeSchema = z.enum(['observe', 'enforce']);

/** What `defaults` and each rule may say alike. */
const remedyFields = {
  require: requireSchema
    .describe('What an object must be. A rule that says this replaces all of `defaults.require`.')
    .exactOptional(),
  'on-violation': z
    .enum(['report', 're-encrypt', 're-encrypt-by-copy', 'isolate', 'quarantine'])
    .describe(
      '`report` only records. `re-encrypt` updates the encryption in place. `re-encrypt-by-copy` may also copy, which makes a new version. `isolate` tags, `quarantine` moves.',
    )
    .exactOptional(),
  target: targetSchema
    .describe('The key that re-encrypting uses. What it makes must meet the rule itself.')
    .exactOptional(),
  'rekey-from': listOf(key, { least: 0 })
    .describe(
      'Customer managed keys that re-encrypting may replace. SSE-S3 and aws/s3 always may be.',
    )
    .exactOptional(),
  severity: z
    .enum(['informational', 'low', 'medium', 'high', 'critical'])
    .describe('How bad a violation is; `medium` unless said. Decides who is alerted.')
    .exactOptional(),
};

export const defaultsSchema = z.strictObject(remedyFields).meta({
  title: 'Defaults',
  description: 'Governs every object that no rule matches, and fills in what rules leave out.',
});

export const ruleSchema = z
  .strictObject({
    id: id.describe('Names the rule in every record and alert.'),
    match: ruleMatchSchema.describe(
      'The objects that the rule governs, unless an earlier rule does.',
    ),
    ...remedyFields,
    mode: modeSchema.describe('Replaces the mode of the file for this rule.').exactOptional(),
  })
  .meta({
    title: 'Rule',
    description: 'The first rule, from top to bottom, that matches an object governs it.',
  });

export const exemptionSchema = z
  .strictObject({
    id: id.describe('Names the exemption in every record.'),
    match: exemptionMatchSchema.describe('The objects whose violations are accepted for a time.'),
    reason: words.describe('Why this is acceptable.'),
    owner: words.describe('Who answers for it.'),
    ticket: words.describe('Where it was agreed.').exactOptional(),
    expires: date.describe('The last day, in UTC, on which the exemption holds.'),
  })
  .meta({
    title: 'Exemption',
    description: 'Turns violations of the objects it matches into `exempt`, until it expires.',
  });

/** The policy file: this one definition parses it, types it, and makes its JSON Schema. */
export const policySchema = z
  .strictObject({
    version: z.literal(1).describe('The version of this format: `1`.'),
    mode: modeSchema
      .describe('`observe` judges and records and changes nothing; `enforce` also orders remedies.')
      .default('observe'),
    defaults: defaultsSchema.exactOptional(),
    rules: z
      .array(ruleSchema)
      .max(MOST_RULES)
      .describe('From top to bottom, the first match governs.')
      .default([]),
    exemptions: z
      .array(exemptionSchema)
      .max(MOST_RULES)
      .describe('Violations that are accepted for a time.')
      .default([]),
  })
  .meta({
    title: 'Sealward policy',
    description: 'Which S3 objects must be encrypted how, and what happens where they are not.',
  });

export type PolicyContent = z.infer<typeof policySchema>;
export type DefaultsContent = z.infer<typeof defaultsSchema>;
export type RuleContent = z.infer<typeof ruleSchema>;
export type ExemptionContent = z.infer<typeof exemptionSchema>;
