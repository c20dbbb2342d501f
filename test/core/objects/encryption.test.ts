import { expect, it } from '@jest/globals';
import { kmsKeyOf } from '../../../core/objects/encryption.ts';
import { keyArn, sseKms } from '../../made/facts.ts';

it.each([
  ['SSE-KMS', sseKms('k'), keyArn('k')],
  ['DSSE-KMS', { kind: 'dsse-kms', keyArn: keyArn('k') }, keyArn('k')],
  ['SSE-S3', { kind: 'sse-s3' }, undefined],
  ['SSE-C', { kind: 'sse-c' }, undefined],
  ['nothing', { kind: 'none' }, undefined],
  // what another service says of its key is not a key that S3 encrypts with
  ['another service', { kind: 'managed-elsewhere', by: 'aws:fsx', keyArn: keyArn('k') }, undefined],
] as const)('an object under %s is under a KMS key, or is not', (_title, encryption, key) => {
  expect(kmsKeyOf(encryption)).toBe(key);
});
