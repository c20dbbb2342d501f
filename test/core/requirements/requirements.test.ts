import { describe, expect, it } from '@jest/globals';
import type { KeyReading } from '../../../core/keys/key-facts.ts';
import type { Encryption } from '../../../core/objects/encryption.ts';
import { bucketKeyRequirement } from '../../../core/requirements/bucket-key.ts';
import { encryptionRequirement } from '../../../core/requirements/encryption.ts';
import { keyAccountRequirement } from '../../../core/requirements/key-account.ts';
import { keyManagerRequirement } from '../../../core/requirements/key-manager.ts';
import { keyRotationRequirement } from '../../../core/requirements/key-rotation.ts';
import { kmsKeyRequirement } from '../../../core/requirements/kms-key.ts';
import { ACCOUNT, keyArn, makeKey, OTHER_ACCOUNT, sseKms } from '../../made/facts.ts';

const of = (encryption: Encryption) => ({ encryption, account: ACCOUNT });
const dsse: Encryption = { kind: 'dsse-kms', keyArn: keyArn('k1') };
const foreign: Encryption = {
  kind: 'sse-kms',
  keyArn: keyArn('k1', OTHER_ACCOUNT),
  bucketKey: true,
};
const denied: KeyReading = { kind: 'key-unreadable', cause: 'access-denied', words: 'no' };

describe('encryption', () => {
  it.each([
    ['accepts what is listed', sseKms('k1'), undefined],
    ['accepts the second that is listed', dsse, undefined],
    ['rejects SSE-S3', { kind: 'sse-s3' }, 'AES256'],
    ['rejects SSE-C', { kind: 'sse-c' }, 'sse-c'],
    ['rejects no encryption', { kind: 'none' }, 'none'],
    [
      'rejects what another service manages',
      { kind: 'managed-elsewhere', by: 'aws:fsx' },
      'managed-elsewhere',
    ],
  ] as const)('%s', (_title, encryption, found) => {
    const answer = encryptionRequirement(of(encryption), ['aws:kms', 'aws:kms:dsse']);
    expect(answer).toEqual(
      found && { requirement: 'encryption', expected: ['aws:kms', 'aws:kms:dsse'], found },
    );
  });

  it('accepts SSE-S3 where the rule lists AES256', () => {
    expect(encryptionRequirement(of({ kind: 'sse-s3' }), ['AES256'])).toBeUndefined();
  });
});

describe('kms-key', () => {
  it.each([
    ['accepts a listed key', sseKms('k1'), undefined],
    ['accepts a listed key under DSSE-KMS', dsse, undefined],
    ['rejects a key whose ARN only starts alike', sseKms('k12'), keyArn('k12')],
    ['rejects the same key id in another account', foreign, keyArn('k1', OTHER_ACCOUNT)],
    ['rejects SSE-S3, which has no KMS key', { kind: 'sse-s3' }, 'sse-s3'],
  ] as const)('%s', (_title, encryption, found) => {
    const answer = kmsKeyRequirement(of(encryption), [keyArn('k0'), keyArn('k1')]);
    expect(answer && 'found' in answer ? answer.found : answer).toBe(found);
  });
});

describe('key-manager', () => {
  it.each([
    ['accepts a customer key', of(sseKms('k1')), makeKey('k1'), undefined],
    [
      'rejects aws/s3',
      of(sseKms('k1')),
      makeKey('k1', { manager: 'aws' }),
      { expected: ['customer'], found: 'aws' },
    ],
    [
      'cannot tell when DescribeKey is denied, and says in what words',
      of(sseKms('k1')),
      denied,
      { cause: 'key-unreadable', words: 'no' },
    ],
    ['cannot tell before it is read', of(sseKms('k1')), undefined, { cause: 'key-unreadable' }],
    ['knows a foreign key to be a customer key, even unread', of(foreign), undefined, undefined],
    ['knows it even when DescribeKey on it is denied', of(foreign), denied, undefined],
    [
      'rejects SSE-S3',
      of({ kind: 'sse-s3' }),
      undefined,
      { expected: ['customer'], found: 'sse-s3' },
    ],
  ] as const)('%s', (_title, subject, key, expected) => {
    const answer = keyManagerRequirement({ ...subject, ...(key && { key }) }, 'customer');
    expect(answer).toStrictEqual(expected && { requirement: 'key-manager', ...expected });
  });

  it('rejects a foreign key where AWS is to manage it', () => {
    expect(keyManagerRequirement(of(foreign), 'aws')).toStrictEqual({
      requirement: 'key-manager',
      expected: ['aws'],
      found: 'customer',
    });
  });
});

describe('key-account', () => {
  it.each([
    ['accepts a key of the same account', of(sseKms('k1')), 'same', undefined],
    ['rejects a foreign key', of(foreign), 'same', OTHER_ACCOUNT],
    ['accepts a foreign account that is listed', of(foreign), [OTHER_ACCOUNT], undefined],
    ['rejects its own account where only another is listed', of(dsse), [OTHER_ACCOUNT], ACCOUNT],
    ['rejects an object under no KMS key', of({ kind: 'sse-c' }), 'same', 'sse-c'],
  ] as const)('%s', (_title, subject, wanted, found) => {
    const expected = wanted === 'same' ? [ACCOUNT] : wanted;
    expect(keyAccountRequirement(subject, wanted)).toStrictEqual(
      found && { requirement: 'key-account', expected, found },
    );
  });
});

describe('bucket-key', () => {
  it.each([
    ['accepts a bucket key', sseKms('k1', true), true, undefined],
    ['rejects an object without one', sseKms('k1', false), true, 'false'],
    ['rejects one where none is wanted', sseKms('k1', true), false, 'true'],
    ['does not apply to DSSE-KMS, which has none', dsse, true, undefined],
    ['does not apply to SSE-S3', { kind: 'sse-s3' }, true, undefined],
  ] as const)('%s', (_title, encryption, wanted, found) => {
    expect(bucketKeyRequirement(of(encryption), wanted)).toStrictEqual(
      found && { requirement: 'bucket-key', expected: [String(wanted)], found },
    );
  });
});

describe('key-rotation', () => {
  const on = { kind: 'rotation', enabled: true } as const;
  const off = { kind: 'rotation', enabled: false } as const;
  it.each([
    ['accepts a key that rotates', { ...of(dsse), rotation: on }, undefined],
    [
      'rejects a key that does not',
      { ...of(dsse), rotation: off },
      { expected: ['on'], found: 'off' },
    ],
    [
      'cannot tell when it was denied',
      { ...of(dsse), rotation: denied },
      { cause: 'rotation-unreadable', words: 'no' },
    ],
    ['cannot tell when it was not read', of(dsse), { cause: 'rotation-unreadable' }],
    [
      'rejects an object under no KMS key',
      of({ kind: 'none' }),
      { expected: ['on'], found: 'none' },
    ],
  ] as const)('%s', (_title, subject, expected) => {
    const answer = keyRotationRequirement(subject);
    expect(answer).toStrictEqual(expected && { requirement: 'key-rotation', ...expected });
  });
});
