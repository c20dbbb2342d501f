import type { CompiledPolicy } from './compiled-policy.ts';
import { compiledPolicySchema } from './compiled-policy-schema.ts';
import { buildMatchers, type Matchers } from './matchers.ts';
import { policyHashOf } from './policy-hash.ts';

/** A compiled policy that is ready to judge by. */
export type Policy = CompiledPolicy & { readonly matchers: Matchers };

/** Takes what `policy.json` holds. Throws when that is not, to the letter, what `compilePolicy` made. */
export const loadPolicy = (json: unknown): Policy => {
  const parsed = compiledPolicySchema.safeParse(json);
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
    const where = path === '' ? 'its top level' : `\`${path}\``;
    throw new Error(`not a compiled policy: ${where} is not as expected, compile the policy again`);
  }
  const compiled: CompiledPolicy = parsed.data;
  const policyHash = policyHashOf(compiled);
  if (policyHash !== compiled.policyHash) {
    throw new Error(
      `the compiled policy says that its hash is \`${compiled.policyHash}\`, but it is \`${policyHash}\`: it was changed after compiling, compile the policy again`,
    );
  }
  return { ...compiled, matchers: buildMatchers(compiled) };
};
