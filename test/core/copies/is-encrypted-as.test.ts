import { expect, it } from '@jest/globals';
import { isEncryptedAs } from '../../../core/copies/is-encrypted-as.ts';
import { keyArn, sseKms } from '../../made/facts.ts';

const KMS = { algorithm: 'aws:kms', keyArn: keyArn('k'), bucketKey: true } as const;
const DSSE = { algorithm: 'aws:kms:dsse', keyArn: keyArn('k'), bucketKey: false } as const;
const S3 = { algorithm: 'AES256' } as const;
const dsse = (name: string) => ({ kind: 'dsse-kms', keyArn: keyArn(name) }) as const;

it.each([
  ['SSE-KMS under the key, with a bucket key', sseKms('k'), KMS, true],
  ['SSE-KMS under another key', sseKms('k2'), KMS, false],
  ['SSE-KMS without a bucket key', sseKms('k', false), KMS, false],
  ['DSSE-KMS, where SSE-KMS was asked for', dsse('k'), { ...KMS, bucketKey: false }, false],
  ['SSE-KMS, where DSSE-KMS was asked for', sseKms('k', false), DSSE, false],
  ['DSSE-KMS under the key', dsse('k'), DSSE, true],
  ['DSSE-KMS under another key', dsse('k2'), DSSE, false],
  ['SSE-S3', { kind: 'sse-s3' }, S3, true],
  ['nothing, where SSE-S3 was asked for', { kind: 'none' }, S3, false],
] as const)('%s: is as asked, or is not', (_title, encryption, wanted, expected) => {
  expect(isEncryptedAs(encryption, wanted)).toBe(expected);
});
