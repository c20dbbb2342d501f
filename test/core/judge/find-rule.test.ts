import { describe, expect, it } from '@jest/globals';
import { findRule } from '../../../core/judge/find-rule.ts';
import type { Known } from '../../../core/judge/known.ts';
import { ACCOUNT, makeObject, sseKms } from '../../made/facts.ts';
import { makePolicy } from '../../made/policy.ts';

const POLICY = makePolicy(`
version: 1
mode: observe
rules:
  - id: both
    match: { buckets: [both], object-tags: { pii: "yes" }, bucket-tags: { team: pay } }
    require: { encryption: ["aws:kms:dsse"] }
    on-violation: report
  - id: of-bucket
    match: { buckets: [own], bucket-tags: { team: pay } }
    require: { encryption: ["aws:kms:dsse"] }
    on-violation: report
  - id: of-object
    match: { buckets: [object], object-tags: { pii: "yes" } }
    require: { encryption: ["aws:kms:dsse"] }
    on-violation: report
`);
const PAY = { kind: 'tags', tags: { team: 'pay' } } as const;
const OTHER = { kind: 'tags', tags: { team: 'web' } } as const;
const PII = { kind: 'tags', tags: { pii: 'yes' } } as const;
const denied = (words: string) => ({ kind: 'tags-unreadable', words }) as const;
const found = (bucket: string, known: Omit<Known, 'account'>) =>
  findRule(POLICY, makeObject(sseKms('k'), { ref: { bucket, key: 'x' } }), {
    account: ACCOUNT,
    ...known,
  });

describe('the rule of an object', () => {
  it.each([
    ['follows the bucket tags', 'own', { bucketTags: PAY }, 'of-bucket'],
    ['passes over a rule for other bucket tags', 'own', { bucketTags: OTHER }, 'defaults'],
    ['follows the object tags', 'object', { objectTags: PII }, 'of-object'],
    ['needs both where a rule names both', 'both', { objectTags: PII, bucketTags: PAY }, 'both'],
    ['is not met by one of two', 'both', { objectTags: PII, bucketTags: OTHER }, 'defaults'],
    [
      'does not take the tags of an object for those of its bucket',
      'both',
      { objectTags: PAY, bucketTags: PII },
      'defaults',
    ],
    [
      'is settled by one that is known to fail, whatever the other is',
      'both',
      { objectTags: denied('no'), bucketTags: OTHER },
      'defaults',
    ],
  ] as const)('%s', (_title, bucket, known, rule) => {
    expect(found(bucket, known)).toMatchObject({ kind: 'rule', rule: { id: rule } });
  });
});

describe('the tags that it still needs', () => {
  it.each([
    ['are those of the bucket', 'own', {}, ['bucket-tags']],
    [
      'are those of the bucket alone, though others are unread',
      'own',
      { objectTags: PII },
      ['bucket-tags'],
    ],
    ['are those of the object', 'object', {}, ['object-tags']],
    [
      'are those of the object alone, once the bucket has its',
      'both',
      { bucketTags: PAY },
      ['object-tags'],
    ],
    [
      'are those of the bucket, once the object has its',
      'both',
      { objectTags: PII },
      ['bucket-tags'],
    ],
    ['are both', 'both', {}, ['object-tags', 'bucket-tags']],
  ] as const)('%s', (_title, bucket, known, needs) => {
    expect(found(bucket, known)).toStrictEqual({ kind: 'needs', needs });
  });
});

describe('tags that were denied', () => {
  it.each([
    ['leave it open: those of the bucket', 'own', { bucketTags: denied('b') }, 'b'],
    ['leave it open: those of the object', 'object', { objectTags: denied('o') }, 'o'],
    ['leave it open: the second of two', 'both', { objectTags: PII, bucketTags: denied('b') }, 'b'],
    ['leave it open: the first of two', 'both', { objectTags: denied('o'), bucketTags: PAY }, 'o'],
    ['leave it open, though the other was not read', 'both', { bucketTags: denied('b') }, 'b'],
  ] as const)('%s', (_title, bucket, known, words) => {
    expect(found(bucket, known)).toStrictEqual({ kind: 'tags-unreadable', words });
  });

  it('are nothing to a rule that does not ask for them', () => {
    expect(found('own', { objectTags: denied('o'), bucketTags: PAY })).toMatchObject({
      kind: 'rule',
      rule: { id: 'of-bucket' },
    });
    expect(found('own', { objectTags: denied('o') })).toStrictEqual({
      kind: 'needs',
      needs: ['bucket-tags'],
    });
    expect(found('object', { bucketTags: denied('b') })).toStrictEqual({
      kind: 'needs',
      needs: ['object-tags'],
    });
  });
});
