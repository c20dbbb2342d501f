import { expect, it } from '@jest/globals';
import { asItWas, underTarget } from '../../../core/release/restorable-as.ts';
import { keyArn, sseKms } from '../../made/facts.ts';

const DSSE = { kind: 'dsse-kms', keyArn: keyArn('k1') } as const;
const K1 = { keyArn: keyArn('k1'), bucketKey: false };

it.each([
  ['SSE-S3', { kind: 'sse-s3' }, { algorithm: 'AES256' }, { kind: 'sse-s3' }],
  ['none', { kind: 'none' }, { algorithm: 'AES256' }, { kind: 'sse-s3' }],
  ['SSE-KMS', sseKms('k1', false), { algorithm: 'aws:kms', ...K1 }, sseKms('k1', false)],
  ['DSSE-KMS', DSSE, { algorithm: 'aws:kms:dsse', ...K1 }, DSSE],
] as const)('asks again for what was %s', (_title, was, asked, becomes) => {
  expect(asItWas(was)).toStrictEqual({ with: asked, becomes });
});

it.each([{ kind: 'sse-c' }, { kind: 'managed-elsewhere', by: 'aws:fsx' }] as const)(
  'cannot ask again for %j',
  (was) => {
    expect(asItWas(was)).toBeUndefined();
  },
);

it.each([
  ['aws:kms', sseKms('k1', false)],
  ['aws:kms:dsse', DSSE],
] as const)('under a target of `%s` becomes what that names', (algorithm, becomes) => {
  const asked = { algorithm, ...K1 };
  expect(underTarget(asked)).toStrictEqual({ with: asked, becomes });
});
