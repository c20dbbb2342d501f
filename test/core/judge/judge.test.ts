import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judge } from '../../../core/judge/judge.ts';
import type { Known } from '../../../core/judge/known.ts';
import { needs } from '../../../core/judge/needs.ts';
import type { Encryption } from '../../../core/objects/encryption.ts';
import type { Reading } from '../../../core/objects/object-facts.ts';
import { ACCOUNT, keyArn, makeKey, makeObject, OTHER_ACCOUNT, sseKms } from '../../made/facts.ts';
import { makeLock, makePolicy } from '../../made/policy.ts';

const POLICY = makePolicy(
  `
version: 1
mode: observe
rules:
  - id: tagged
    match: { buckets: ["payroll-*"], object-tags: { pii: "yes" } }
    require: { encryption: ["aws:kms:dsse"] }
    on-violation: report
  - id: payroll
    match: { buckets: ["payroll-*"], objects: ["statements/**"] }
    require: { encryption: [aws:kms, aws:kms:dsse], kms-key: [alias/payroll], bucket-key: true }
    on-violation: report
    severity: high
  - id: rotated
    match: { buckets: ["rotated"] }
    require: { key-manager: customer, key-rotation: true }
    on-violation: report
exemptions:
  - id: landing
    match: { buckets: [landing] }
    reason: vendor tool cannot send SSE-KMS
    owner: data-platform
    expires: 2026-11-30
`,
  makeLock('payroll'),
);
const NOW = new Date('2026-11-24T12:00:00Z');
const NO_TAGS: Known = { account: ACCOUNT, objectTags: { kind: 'tags', tags: {} } };
const lying = (bucket: string, encryption: Encryption) =>
  makeObject(encryption, { ref: { bucket, key: 'statements/x.pdf' } });
const verdictOf = (reading: Reading, known: Known = NO_TAGS, now = NOW) =>
  judge(POLICY, reading, known, now);

describe('an object that a rule governs', () => {
  it('is compliant when everything asked is met', () => {
    const verdict = verdictOf(lying('payroll-2026', sseKms('payroll')));
    expect(verdict).toEqual({ kind: 'compliant', rule: 'payroll' });
  });

  it('is a violation named after the first requirement that fails, the others beside it', () => {
    expect(verdictOf(lying('payroll-2026', { kind: 'sse-s3' }))).toEqual({
      kind: 'violation',
      rule: 'payroll',
      severity: 'high',
      requirement: 'encryption',
      expected: ['aws:kms', 'aws:kms:dsse'],
      found: 'AES256',
      also: [{ requirement: 'kms-key', expected: [keyArn('payroll')], found: 'sse-s3' }],
      undecided: [],
    });
  });

  it.each([
    ['another key', sseKms('payroll2'), 'kms-key', keyArn('payroll2')],
    ['no bucket key', sseKms('payroll', false), 'bucket-key', 'false'],
    ['SSE-C', { kind: 'sse-c' }, 'encryption', 'sse-c'],
    ['no encryption', { kind: 'none' }, 'encryption', 'none'],
  ] as const)('%s is a violation', (_title, encryption, requirement, found) => {
    const verdict = verdictOf(lying('payroll-2026', encryption));
    expect(verdict).toMatchObject({ kind: 'violation', requirement, found });
  });

  it('falls to the defaults where no rule matches', () => {
    const known: Known = { account: ACCOUNT, key: makeKey('k', { manager: 'aws' }) };
    expect(verdictOf(lying('elsewhere', sseKms('k')), known)).toMatchObject({
      kind: 'violation',
      rule: 'defaults',
      requirement: 'key-manager',
      found: 'aws',
    });
  });

  it('is governed by the first rule whose tags match', () => {
    const known: Known = { account: ACCOUNT, objectTags: { kind: 'tags', tags: { pii: 'yes' } } };
    expect(verdictOf(lying('payroll-2026', sseKms('payroll')), known)).toMatchObject({
      kind: 'violation',
      rule: 'tagged',
    });
  });
});

describe('what could not be decided', () => {
  const denied = { kind: 'key-unreadable', cause: 'access-denied', words: 'no' } as const;

  it('is indeterminate when nothing definitely fails', () => {
    const known: Known = { account: ACCOUNT, key: makeKey('k'), rotation: denied };
    expect(verdictOf(lying('rotated', sseKms('k')), known)).toMatchObject({
      kind: 'indeterminate',
      rule: 'rotated',
      cause: 'rotation-unreadable',
      undecided: [{ requirement: 'key-rotation', cause: 'rotation-unreadable', words: 'no' }],
    });
  });

  it('stays beside a violation when something else definitely fails', () => {
    const known: Known = {
      account: ACCOUNT,
      key: makeKey('k', { manager: 'aws' }),
      rotation: denied,
    };
    expect(verdictOf(lying('rotated', sseKms('k')), known)).toMatchObject({
      kind: 'violation',
      requirement: 'key-manager',
      undecided: [{ requirement: 'key-rotation' }],
    });
  });

  it.each([
    [
      'a HEAD that was denied',
      { kind: 'unreadable', ref: { bucket: 'landing', key: 'k' }, cause: 'access-denied' },
      'access-denied',
    ],
    [
      'encryption that another service manages',
      lying('payroll-2026', { kind: 'managed-elsewhere', by: 'aws:fsx' }),
      'managed-elsewhere',
    ],
  ] as const)('%s is indeterminate, exempt bucket or not', (_title, reading, cause) => {
    expect(verdictOf(reading)).toMatchObject({ kind: 'indeterminate', cause });
  });

  it('names what manages the encryption, and the rule that would have judged it', () => {
    const managed = lying('payroll-2026', { kind: 'managed-elsewhere', by: 'aws:fsx' });
    expect(verdictOf(managed)).toStrictEqual({
      kind: 'indeterminate',
      rule: 'payroll',
      cause: 'managed-elsewhere',
      words: 'encryption is managed by `aws:fsx`',
      undecided: [],
    });
  });

  it('carries the words of a denied HEAD, where there are any, and names no rule', () => {
    const ref = { bucket: 'payroll-2026', key: 'k' };
    const unreadable = { kind: 'unreadable', ref, cause: 'access-denied' } as const;
    const verdict = { kind: 'indeterminate', cause: 'access-denied', undecided: [] };
    expect(verdictOf(unreadable)).toStrictEqual(verdict);
    expect(verdictOf({ ...unreadable, words: 'no' })).toStrictEqual({ ...verdict, words: 'no' });
  });

  it('includes tags that nobody read', () => {
    const unread: Known = { account: ACCOUNT };
    expect(verdictOf(lying('payroll-2026', sseKms('payroll')), unread)).toStrictEqual({
      kind: 'indeterminate',
      cause: 'tags-unreadable',
      words: 'tags were not read',
      undecided: [],
    });
  });

  it('includes tags that are denied where a rule asks for them', () => {
    const known: Known = {
      account: ACCOUNT,
      objectTags: { kind: 'tags-unreadable', words: 'denied' },
    };
    expect(verdictOf(lying('payroll-2026', sseKms('payroll')), known)).toMatchObject({
      kind: 'indeterminate',
      cause: 'tags-unreadable',
      words: 'denied',
    });
  });
});

describe('an exemption', () => {
  const object = lying('landing', { kind: 'sse-s3' });

  it('turns a violation into exempt, and keeps what it exempted', () => {
    expect(verdictOf(object)).toMatchObject({
      kind: 'exempt',
      exemption: 'landing',
      from: { kind: 'violation', rule: 'defaults', requirement: 'encryption' },
    });
  });

  it.each([
    ['works to the end of its last day, UTC', '2026-11-30T23:59:59.999Z', 'exempt'],
    ['stops working after it', '2026-12-01T00:00:00.000Z', 'violation'],
  ])('%s', (_title, now, kind) => {
    expect(verdictOf(object, NO_TAGS, new Date(now))).toMatchObject({ kind });
  });

  it('that expired is named', () => {
    const later = new Date('2027-01-01T00:00:00Z');
    expect(verdictOf(object, NO_TAGS, later)).toMatchObject({ lapsedExemption: 'landing' });
  });
});

it('has nothing to say of an object that is gone', () => {
  const gone = {
    kind: 'gone',
    ref: { bucket: 'payroll-2026', key: 'k' },
    deleteMarker: true,
  } as const;
  expect(verdictOf(gone)).toEqual({ kind: 'gone', deleteMarker: true });
});

describe('what judging asks to be read', () => {
  const foreign: Encryption = {
    kind: 'sse-kms',
    keyArn: keyArn('k', OTHER_ACCOUNT),
    bucketKey: true,
  };
  it.each([
    [
      'tags, where a rule that matches asks for them',
      lying('payroll-2026', sseKms('payroll')),
      { account: ACCOUNT },
      ['object-tags'],
    ],
    ['nothing more, once they are known', lying('payroll-2026', sseKms('payroll')), NO_TAGS, []],
    [
      'nothing more, once they are denied',
      lying('payroll-2026', sseKms('payroll')),
      { account: ACCOUNT, objectTags: { kind: 'tags-unreadable', words: '' } },
      [],
    ],
    [
      'the key, for its manager and rotation',
      lying('rotated', sseKms('k')),
      { account: ACCOUNT },
      ['key', 'rotation'],
    ],
    [
      'nothing more of the key, once its manager and rotation are known',
      lying('rotated', sseKms('k')),
      {
        account: ACCOUNT,
        key: makeKey('k'),
        rotation: { kind: 'rotation', enabled: true },
      },
      [],
    ],
    [
      'the rotation, once the manager is known',
      lying('rotated', sseKms('k')),
      { account: ACCOUNT, key: makeKey('k') },
      ['rotation'],
    ],
    ['not the manager of a foreign key', lying('elsewhere', foreign), { account: ACCOUNT }, []],
    [
      'nothing of a key where there is none',
      lying('rotated', { kind: 'sse-s3' }),
      { account: ACCOUNT },
      [],
    ],
    [
      'nothing for an object that is gone',
      { kind: 'gone', ref: { bucket: 'b', key: 'k' }, deleteMarker: false },
      { account: ACCOUNT },
      [],
    ],
  ] as const)('%s', (_title, reading, known, asked) => {
    expect(needs(POLICY, reading, known)).toEqual(asked);
  });
});

const encryptions: fc.Arbitrary<Encryption> = fc.oneof(
  fc.constantFrom<Encryption>({ kind: 'sse-s3' }, { kind: 'sse-c' }, { kind: 'none' }),
  fc.boolean().map((bucketKey) => sseKms('payroll', bucketKey)),
  fc
    .constantFrom('payroll', 'k')
    .map((name): Encryption => ({ kind: 'dsse-kms', keyArn: keyArn(name) })),
);

it('gives the same verdict for the same facts and policy', () => {
  fc.assert(
    fc.property(
      encryptions,
      fc.constantFrom('payroll-2026', 'landing', 'x'),
      (encryption, bucket) => {
        const again = judge(POLICY, lying(bucket, encryption), NO_TAGS, new Date(NOW));
        expect(verdictOf(lying(bucket, encryption))).toEqual(again);
      },
    ),
  );
});

it('never calls an object compliant that fails a requirement, in whatever state its key is', () => {
  fc.assert(
    fc.property(
      encryptions,
      fc.constantFrom('aws', 'customer', undefined),
      (encryption, manager) => {
        const key = manager === undefined ? {} : { key: makeKey('k', { manager }) };
        const verdict = verdictOf(lying('rotated', encryption), { ...NO_TAGS, ...key });
        expect(verdict.kind).not.toBe('compliant'); // rotation was never read
      },
    ),
  );
});
