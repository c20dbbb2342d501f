import { describe, expect, it } from '@jest/globals';
import type { ObjectFacts, TagReading } from '../../../core/objects/object-facts.ts';
import { planUnmark, type UnmarkFacts } from '../../../core/release/plan-unmark.ts';
import { makeObject, sseKms } from '../../made/facts.ts';
import { EXEMPT, ISOLATED, makePolicyFacts, RELEASED, RULE } from './made.ts';

const MARKED: TagReading = {
  kind: 'tags',
  tags: { team: 'hr', 'sealward-isolated': 'payroll', cost: '7' },
};
const UNMARKED: TagReading = { kind: 'tags', tags: { team: 'hr' } };
const GOOD: ObjectFacts = makeObject(sseKms('k1'), { etag: 'etag-1' });
const BAD: ObjectFacts = makeObject({ kind: 'sse-s3' }, { etag: 'etag-1' });

const facts = (more: Partial<UnmarkFacts> = {}, exemptions = ''): UnmarkFacts => ({
  ...makePolicyFacts(RULE, { exemptions }),
  manifest: ISOLATED,
  object: GOOD,
  tags: MARKED,
  ...more,
});

describe('planUnmark', () => {
  it('takes exactly our tag away where the object was mended', () => {
    expect(planUnmark(facts())).toEqual({
      kind: 'unmark',
      tags: { team: 'hr', cost: '7' },
      marked: true,
      verdict: { kind: 'compliant', rule: 'payroll' },
    });
  });

  it('takes it away under an exemption', () => {
    expect(planUnmark(facts({ object: BAD }, EXEMPT))).toMatchObject({
      kind: 'unmark',
      verdict: { kind: 'exempt', exemption: 'etl' },
    });
  });

  it('says where the tag is gone already', () => {
    expect(planUnmark(facts({ tags: UNMARKED }))).toMatchObject({ kind: 'unmark', marked: false });
  });

  it.each<readonly [string, string, Partial<UnmarkFacts>]>([
    ['violation', 'it is as it was', { object: BAD }],
    [
      'violation',
      'it is under SSE-C',
      { object: { kind: 'object', ref: GOOD.ref, encryption: { kind: 'sse-c' }, archived: false } },
    ],
    ['source-gone', 'it is gone', { object: { kind: 'gone', ref: GOOD.ref, deleteMarker: false } }],
    [
      'source-unreadable',
      'it cannot be read',
      { object: { kind: 'unreadable', ref: GOOD.ref, cause: 'access-denied' } },
    ],
    [
      'source-unreadable',
      'its tags cannot be read',
      { tags: { kind: 'tags-unreadable', words: 'AccessDenied' } },
    ],
    ['already-released', 'it was released', { release: RELEASED, tags: UNMARKED }],
  ])('refuses with %s where %s', (reason, _title, more) => {
    expect(planUnmark(facts(more))).toMatchObject({ kind: 'refused', reason });
  });

  it.each<readonly [string, string, Partial<UnmarkFacts>]>([
    [
      'what AWS says of it',
      'no',
      {
        object: { kind: 'unreadable', ref: GOOD.ref, cause: 'access-denied', words: 'no' },
      },
    ],
    [
      'why it cannot be read, where AWS says nothing',
      'access-denied',
      { object: { kind: 'unreadable', ref: GOOD.ref, cause: 'access-denied' } },
    ],
    [
      'what AWS says of its tags',
      'AccessDenied',
      { tags: { kind: 'tags-unreadable', words: 'AccessDenied' } },
    ],
    [
      'when, by whom and why it was released',
      '2026-11-22T00:00:00.000Z by arn:jane: because',
      { release: RELEASED, tags: UNMARKED },
    ],
  ])('says %s', (_title, detail, more) => {
    expect(planUnmark(facts(more))).toMatchObject({ kind: 'refused', detail });
  });

  it('refuses where the policy cannot be decided, with what could not be', () => {
    const rules = RULE.replace('kms-key: [alias/k1]', 'key-rotation: true');
    expect(planUnmark({ ...facts(), ...makePolicyFacts(rules) })).toMatchObject({
      reason: 'undecided',
      verdict: { kind: 'indeterminate', cause: 'rotation-unreadable' },
    });
  });

  it('is judged by the tags that stay', () => {
    const rules = `
  - id: tagged
    match: { object-tags: { team: hr } }
    require: { encryption: [aws:kms:dsse] }
    on-violation: quarantine
`;
    const { objectTags: _, ...policyFacts } = makePolicyFacts(rules);
    expect(planUnmark({ ...facts(), ...policyFacts })).toMatchObject({
      reason: 'violation',
      verdict: { rule: 'tagged' },
    });
  });

  it('does not mind the ETag of a version, or one that S3 does not tell', () => {
    expect(planUnmark(facts({ object: { ...GOOD, etag: 'another' } }))).toMatchObject({
      kind: 'unmark',
    });
    const { versionId: _, ...ref } = ISOLATED.source.ref;
    const { etag: _etag, ...untold } = GOOD;
    const manifest = { ...ISOLATED, source: { ...ISOLATED.source, ref } };
    expect(planUnmark(facts({ manifest, object: untold }))).toMatchObject({ kind: 'unmark' });
    const { etag: __, ...unknown } = manifest.source;
    expect(planUnmark(facts({ manifest: { ...ISOLATED, source: unknown } }))).toMatchObject({
      kind: 'unmark',
    });
  });

  it('refuses where the null version was overwritten', () => {
    const ref = { ...ISOLATED.source.ref, versionId: 'null' };
    const manifest = { ...ISOLATED, source: { ...ISOLATED.source, ref } };
    expect(planUnmark(facts({ manifest, object: { ...GOOD, etag: 'another' } }))).toStrictEqual({
      kind: 'refused',
      reason: 'source-changed',
    });
  });

  it('refuses where an object without a version id was overwritten', () => {
    const { versionId: _, ...ref } = ISOLATED.source.ref;
    const manifest = { ...ISOLATED, source: { ...ISOLATED.source, ref } };
    const object = { ...GOOD, etag: 'another' };
    expect(planUnmark(facts({ manifest, object }))).toMatchObject({ reason: 'source-changed' });
    expect(planUnmark(facts({ manifest }))).toMatchObject({ kind: 'unmark' });
  });

  it('releases again what was isolated again under the same intent', () => {
    expect(planUnmark(facts({ release: RELEASED }))).toMatchObject({ kind: 'unmark' });
  });
});
