import * as z from 'zod';
import { account, key, listOf } from './policy-fields.ts';
import { refusing } from './refusing.ts';

export const requireSchema = z
  .strictObject({
    encryption: listOf(z.enum(['AES256', 'aws:kms', 'aws:kms:dsse']))
      .describe('The kinds of server-side encryption that are allowed, as S3 names them.')
      .exactOptional(),
    'kms-key': listOf(key)
      .describe('The keys that are allowed: key ARNs, alias names or alias ARNs.')
      .exactOptional(),
    'key-manager': z
      .enum(['customer', 'aws'])
      .describe('Who must manage the key: `customer` rules out aws/s3.')
      .exactOptional(),
    'key-account': z
      .union([z.literal('same'), listOf(account)], {
        error: '`same` or a list of account ids',
      })
      .describe("The accounts whose keys are allowed; `same` is the bucket owner's.")
      .exactOptional(),
    'bucket-key': z
      .boolean()
      .describe('Whether SSE-KMS objects must use an S3 Bucket Key, or must not.')
      .exactOptional(),
    'key-rotation': z
      .literal(true)
      .describe('Automatic rotation must be on for the key.')
      .exactOptional(),
  })
  .check(
    refusing((require: object) =>
      Object.keys(require).length > 0
        ? undefined
        : {
            code: 'empty-require' as const,
            message: '`require` asks nothing, so that every object would be compliant',
            hint: 'leave it out to ask what `defaults` asks, or write an exemption',
          },
    ),
  )
  .meta({ minProperties: 1 });

export type RequireContent = z.infer<typeof requireSchema>;
