import { describe, expect, it } from '@jest/globals';
import { chooseEncryption } from '../../../core/release/choose-encryption.ts';
import { keyArn, makeKey, sseKms } from '../../made/facts.ts';
import { EXEMPT, makePolicyFacts, RULE, WITH_TARGET } from './made.ts';

const SSE_S3 = { kind: 'sse-s3' } as const;
const DSSE = { kind: 'dsse-kms', keyArn: keyArn('k1') } as const;
const K1 = { algorithm: 'aws:kms', keyArn: keyArn('k1'), bucketKey: true } as const;
const LAPSED = EXEMPT.replace('2027-01-31', '2026-11-01');

describe('how an object is encrypted when it is put back', () => {
  it.each([
    ['as it was, where that is compliant by now', WITH_TARGET, '', sseKms('k1'), 'as-it-was', K1],
    ['under the target, where it was in violation', WITH_TARGET, '', SSE_S3, 'under-target', K1],
    ['under the target, also under an exemption', WITH_TARGET, EXEMPT, SSE_S3, 'under-target', K1],
    [
      'as it was under an exemption, where there is no target',
      RULE,
      EXEMPT,
      SSE_S3,
      'as-it-was',
      { algorithm: 'AES256' },
    ],
    [
      'as it was under an exemption, where the target may not be used',
      WITH_TARGET,
      EXEMPT,
      sseKms('k2'),
      'as-it-was',
      { ...K1, keyArn: keyArn('k2') },
    ],
    [
      'under the target, from a key that the rule lists',
      `${WITH_TARGET}    rekey-from: [${keyArn('k2')}]\n`,
      '',
      sseKms('k2'),
      'under-target',
      K1,
    ],
    ['under the target, from a key of AWS', WITH_TARGET, '', sseKms('s3'), 'under-target', K1],
    [
      'with SSE-S3, where it had none: S3 writes nothing unencrypted',
      RULE,
      EXEMPT,
      { kind: 'none' },
      'as-it-was',
      { algorithm: 'AES256' },
    ],
  ] as const)('is %s', (_title, rules, exemptions, was, how, encryption) => {
    const choice = chooseEncryption(makePolicyFacts(rules, { exemptions }), was);
    expect(choice).toMatchObject({ kind: 'choice', how, as: { with: encryption } });
  });

  it.each([
    ['violation', 'without a target', RULE, '', SSE_S3],
    ['violation', 'under an exemption that has expired', RULE, LAPSED, SSE_S3],
    ['key-not-listed', 'from another customer key', WITH_TARGET, '', sseKms('k2')],
    ['key-not-listed', 'from a key that nobody knows any more', WITH_TARGET, '', sseKms('k9')],
    ['stronger-than-target', 'from DSSE-KMS to SSE-KMS', WITH_TARGET, '', DSSE],
    ['undecided', 'from SSE-C', WITH_TARGET, EXEMPT, { kind: 'sse-c' }],
    [
      'undecided',
      'what another service encrypts',
      WITH_TARGET,
      EXEMPT,
      { kind: 'managed-elsewhere', by: 'aws:fsx' },
    ],
  ] as const)('is refused as %s %s', (reason, _title, rules, exemptions, was) => {
    expect(chooseEncryption(makePolicyFacts(rules, { exemptions }), was)).toMatchObject({
      kind: 'refused',
      reason,
    });
  });

  it.each([
    ['the alias of the target moved', makeKey('k2')],
    ['the key of the target is disabled', makeKey('k1', { state: 'Disabled' })],
    [
      'the key of the target cannot be read',
      { kind: 'key-unreadable', cause: 'not-found', words: 'no' },
    ],
  ] as const)('is refused where %s', (_title, key) => {
    const facts = makePolicyFacts(WITH_TARGET, { keys: new Map([['alias/k1', key]]) });
    expect(chooseEncryption(facts, SSE_S3)).toMatchObject({ reason: 'target-unusable' });
  });

  it('goes by the tags that the object will have', () => {
    const rules = `
  - id: secret
    match: { object-tags: { team: hr } }
    require: { encryption: [aws:kms:dsse] }
  - id: rest
    match: { buckets: ["**"] }
    require: { encryption: [AES256] }`;
    expect(chooseEncryption(makePolicyFacts(rules), SSE_S3)).toMatchObject({
      reason: 'violation',
      verdict: { rule: 'secret' },
    });
    const objectTags = { kind: 'tags', tags: {} } as const;
    expect(chooseEncryption(makePolicyFacts(rules, { objectTags }), SSE_S3)).toMatchObject({
      kind: 'choice',
      verdict: { kind: 'compliant', rule: 'rest' },
    });
  });

  it('is refused where tags that decide cannot be read, and is never exempted from that', () => {
    const rules = WITH_TARGET.replace('buckets: ["payroll-*"]', 'bucket-tags: { a: b }');
    const bucketTags = { kind: 'tags-unreadable', words: 'AccessDenied' } as const;
    const facts = makePolicyFacts(rules, { bucketTags, exemptions: EXEMPT });
    expect(chooseEncryption(facts, SSE_S3)).toMatchObject({ reason: 'undecided' });
  });
});
