import { checkPolicy } from './checks/check-policy.ts';
import { parseFile } from './document/parse-file.ts';
import type { PolicyErrors } from './policy-error.ts';
import type { PolicyFile } from './policy-file.ts';
import { policySchema } from './schema/policy-schema.ts';

export type ParsedPolicy = { readonly kind: 'policy'; readonly file: PolicyFile } | PolicyErrors;

/** Reads a policy file whole: data out, or every mistake in it with its line and column. Never throws. */
export const parsePolicy = (text: string, fileName: string): ParsedPolicy => {
  const whenEmpty = 'write a first policy with `sealward policy init`';
  const parsed = parseFile(text, fileName, { schema: policySchema, check: checkPolicy, whenEmpty });
  return parsed.kind === 'policy-errors'
    ? parsed
    : { kind: 'policy', file: { fileName, content: parsed.content, document: parsed.document } };
};
