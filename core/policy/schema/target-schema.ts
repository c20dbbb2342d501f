import * as z from 'zod';
import { targetKey } from './policy-fields.ts';

export const targetSchema = z.strictObject({
  'kms-key': targetKey.describe('A customer managed key: its ARN, an alias name or an alias ARN.'),
  'bucket-key': z
    .boolean()
    .describe(
      'Whether to use an S3 Bucket Key. Unless said, what the rule requires, else `true` for `aws:kms`.',
    )
    .exactOptional(),
  encryption: z
    .enum(['aws:kms', 'aws:kms:dsse'])
    .describe('`aws:kms` unless said. `aws:kms:dsse` needs `re-encrypt-by-copy`.')
    .exactOptional(),
});

export type TargetContent = z.infer<typeof targetSchema>;
