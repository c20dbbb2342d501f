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
