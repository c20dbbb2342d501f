import * as z from 'zod';
import { policySchema } from './schema/policy-schema.ts';

/**
 * The JSON Schema of a policy file, for editors. Draft 7 is what the YAML language server reads whole.
 * It accepts every policy that `parsePolicy` accepts; some mistakes only the latter finds.
 */
export const policyJsonSchema = (): Readonly<Record<string, unknown>> =>
  z.toJSONSchema(policySchema, { target: 'draft-7', io: 'input' });
