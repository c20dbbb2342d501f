import { expect, it } from '@jest/globals';
import { showEncryption } from '../../../cli/check/show-encryption.ts';
import { keyArn, sseKms } from '../../made/facts.ts';

it.each([
  ['SSE-S3', { kind: 'sse-s3' }],
  [`SSE-KMS under ${keyArn('k1')}, with a bucket key`, sseKms('k1')],
  [`SSE-KMS under ${keyArn('k1')}, without a bucket key`, sseKms('k1', false)],
  [`DSSE-KMS under ${keyArn('k1')}`, { kind: 'dsse-kms', keyArn: keyArn('k1') }],
  ['SSE-C, under a key that only its owner has', { kind: 'sse-c' }],
  ['none', { kind: 'none' }],
  ['managed by aws:fsx\\u{1b}', { kind: 'managed-elsewhere', by: 'aws:fsx\u001B' }],
] as const)('says `%s`', (text, encryption) => {
  expect(showEncryption(encryption)).toBe(text);
});
