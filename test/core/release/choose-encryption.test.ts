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

  it.each([
    [
      'the alias of the target moved',
      makeKey('k2'),
      `\`alias/k1\` is pinned to \`${keyArn('k1')}\` but now names \`${keyArn('k2')}\``,
    ],
    [
      'the key of the target is disabled',
      makeKey('k1', { state: 'Disabled' }),
      `key \`${keyArn('k1')}\` is in state \`Disabled\``,
    ],
    [
      'the key of the target cannot be read',
      { kind: 'key-unreadable', cause: 'not-found', words: 'no' },
      '`alias/k1` cannot be read: no',
    ],
    ['the key of the target was not read', undefined, '`alias/k1` cannot be read: not asked for'],
  ] as const)('says why where %s', (_title, key, detail) => {
    const facts = makePolicyFacts(WITH_TARGET, { keys: new Map(key && [['alias/k1', key]]) });
    expect(chooseEncryption(facts, SSE_S3)).toStrictEqual({
      kind: 'refused',
      reason: 'target-unusable',
      detail,
    });
  });

  it('asks for the target by its ARN where the rule names no alias', () => {
    const rules = RULE.replace('alias/k1', keyArn('k1'));
    const facts = makePolicyFacts(`${rules}    target: { kms-key: ${keyArn('k1')} }\n`);
    expect(chooseEncryption(facts, SSE_S3)).toMatchObject({ kind: 'choice', how: 'under-target' });
    const unread = { ...facts, keys: new Map() };
    expect(chooseEncryption(unread, SSE_S3)).toMatchObject({
      detail: `\`${keyArn('k1')}\` cannot be read: not asked for`,
    });
  });

  it('says what no one could ask S3 for', () => {
    expect(chooseEncryption(makePolicyFacts(RULE), { kind: 'sse-c' })).toStrictEqual({
      kind: 'refused',
      reason: 'undecided',
      detail: 'encryption `sse-c` is none that S3 could be asked for',
    });
  });

  it('gives DSSE-KMS back under a target of DSSE-KMS', () => {
    const rules = WITH_TARGET.replace('[aws:kms]', '[aws:kms:dsse]').replace(
      '{ kms-key: alias/k1 }',
      '{ kms-key: alias/k1, encryption: aws:kms:dsse }',
    );
    const facts = makePolicyFacts(`${rules}    rekey-from: [${keyArn('k2')}]\n`);
    expect(chooseEncryption(facts, { kind: 'dsse-kms', keyArn: keyArn('k2') })).toMatchObject({
      how: 'under-target',
      as: { with: { algorithm: 'aws:kms:dsse' } },
    });
  });

  it('mends the bucket key of an object that is under the very target', () => {
    const rules = `${RULE.replace('kms-key: [alias/k1]', 'kms-key: [alias/k1], bucket-key: true')}    target: { kms-key: alias/k1, bucket-key: true }\n`;
    expect(chooseEncryption(makePolicyFacts(rules), sseKms('k1', false))).toMatchObject({
      how: 'under-target',
      as: { with: K1 },
    });
  });

  it('goes by what is known of the key that it was under', () => {
    const rules = RULE.replace('kms-key: [alias/k1]', 'key-manager: customer, key-rotation: true');
    const known = (enabled: boolean) =>
      makePolicyFacts(rules, {
        rotations: new Map([[keyArn('k1'), { kind: 'rotation', enabled }]]),
      });
    expect(chooseEncryption(known(true), sseKms('k1'))).toMatchObject({
      verdict: { kind: 'compliant' },
    });
    expect(chooseEncryption(known(false), sseKms('k1'))).toMatchObject({ reason: 'violation' });
    expect(chooseEncryption(makePolicyFacts(rules), sseKms('k1'))).toMatchObject({
      reason: 'undecided',
    });
    expect(chooseEncryption({ ...known(true), keys: new Map() }, sseKms('k1'))).toMatchObject({
      reason: 'undecided',
    });
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
