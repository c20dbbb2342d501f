import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { governingRule } from '../../../core/policy/governing-rule.ts';
import { plainGlob } from './plain-glob.ts';
import { policyOf } from './policies.ts';

type Tags = Readonly<Record<string, string>>;

const policy = policyOf(`
version: 1
rules:
  - { id: narrow, match: { buckets: [data], objects: ["pii/**"] } }
  - { id: tagged, match: { buckets: [data], object-tags: { pii: "true" } } }
  - { id: team, match: { buckets: [data, "logs-*"], bucket-tags: { team: hr } } }
  - { id: both, match: { buckets: [mixed], object-tags: { a: b }, bucket-tags: { c: d } } }
  - { id: keys, match: { objects: ["*.key", "**/*.pem"] } }
`);

const governed = (bucket: string, key: string, object?: Tags, bucketTags?: Tags): string => {
  const found = governingRule(
    policy,
    { bucket, key },
    {
      ...(object !== undefined && { object }),
      ...(bucketTags !== undefined && { bucket: bucketTags }),
    },
  );
  return found.kind === 'governed' ? found.rule.id : `needs ${found.which}`;
};

describe('the rule that governs', () => {
  it.each<readonly [string, string, string, Tags | undefined, Tags | undefined, string]>([
    ['is the first that matches', 'data', 'pii/x', undefined, undefined, 'narrow'],
    ['is that of defaults where none matches', 'other', 'x', undefined, undefined, 'defaults'],
    ['may match by key in any bucket', 'other', 'a/b.pem', undefined, undefined, 'keys'],
    ['is unknown before object tags are read', 'data', 'x', undefined, undefined, 'needs object'],
    ['is found by object tags', 'data', 'x', { pii: 'true' }, undefined, 'tagged'],
    [
      'asks for the next kind of tags when these do not match',
      'data',
      'x',
      { pii: 'false' },
      undefined,
      'needs bucket',
    ],
    ['is found by bucket tags', 'data', 'x', {}, { team: 'hr' }, 'team'],
    ['falls to the next when no tag matches', 'data', 'x.key', {}, {}, 'keys'],
    ['compares the values of tags, case and all', 'data', 'x', { pii: 'True' }, {}, 'defaults'],
    [
      'does not ask for object tags that no rule of the bucket names',
      'logs-eu',
      'x',
      undefined,
      { team: 'hr' },
      'team',
    ],
    ['asks for both kinds where both are named', 'mixed', 'x', undefined, undefined, 'needs both'],
    [
      'asks for the bucket’s only, when the object’s match',
      'mixed',
      'x',
      { a: 'b' },
      undefined,
      'needs bucket',
    ],
    [
      'asks for the object’s only, when the bucket’s match',
      'mixed',
      'x',
      undefined,
      { c: 'd' },
      'needs object',
    ],
    [
      'asks nothing when one kind already does not match',
      'mixed',
      'x',
      undefined,
      { c: 'x' },
      'defaults',
    ],
    ['needs both kinds to match', 'mixed', 'x', { a: 'b', z: 'z' }, { c: 'd' }, 'both'],
  ])('%s', (_title, bucket, key, object, bucketTags, expected) => {
    expect(governed(bucket, key, object, bucketTags)).toBe(expected);
  });

  it('takes no inherited member for a tag', () => {
    const byName = policyOf(
      'version: 1\nrules: [{ id: r, match: { object-tags: { valueOf: x } } }]',
    );
    const tags: Tags = Object.create({ valueOf: 'x' });
    expect(governingRule(byName, { bucket: 'b', key: 'k' }, { object: tags })).toMatchObject({
      rule: { id: 'defaults' },
    });
  });

  it('never depends on tags that it did not ask for', () => {
    const tags = fc.dictionary(
      fc.constantFrom('pii', 'team', 'a', 'c'),
      fc.constantFrom('true', 'hr', 'b', 'd'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom('data', 'logs-x', 'mixed', 'other'),
        fc.constantFrom('x', 'pii/x', 'x.key'),
        tags,
        tags,
        (bucket, key, object, bucketTags) => {
          const blind = governed(bucket, key);
          const whole = governed(bucket, key, object, bucketTags);
          expect(blind.startsWith('needs') || blind === whole).toBe(true);
          expect(whole).not.toMatch(/^needs/);
        },
      ),
    );
  });

  it('is the first whose globs match, read in the plainest way', () => {
    const glob = fc
      .array(fc.constantFrom('a', 'b', '*', '?', '-'), { minLength: 1, maxLength: 5 })
      .map((parts) => parts.join('').replaceAll(/\*{3,}/g, '**'));
    fc.assert(
      fc.property(
        fc.uniqueArray(glob, { minLength: 1, maxLength: 4 }),
        fc.stringMatching(/^[ab-]{1,6}$/),
        (globs, bucket) => {
          const text = `version: 1\nrules:\n${globs.map((one, index) => `  - { id: "${index}", match: { buckets: ["${one}"] } }\n`).join('')}`;
          const first = globs.findIndex((one) => plainGlob(one, bucket));
          let found;
          try {
            found = governingRule(policyOf(text), { bucket, key: 'k' }, {});
          } catch {
            return; // one rule made another unreachable
          }
          expect(found).toMatchObject({ rule: { id: first < 0 ? 'defaults' : String(first) } });
        },
      ),
    );
  });

  it('is found without making anything new', () => {
    const ref = { bucket: 'data', key: 'pii/x' };
    expect(governingRule(policy, ref, {})).toBe(governingRule(policy, ref, {}));
  });
});
