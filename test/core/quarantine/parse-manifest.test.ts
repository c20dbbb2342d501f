import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../../core/policy/canonical-json.ts';
import { parseManifest } from '../../../core/quarantine/parse-manifest.ts';
import { serialiseManifest } from '../../../core/quarantine/serialise-manifest.ts';
import type { IsolateManifest } from '../../../core/quarantine/manifest.ts';
import { keyArn } from '../../made/facts.ts';
import { MANIFEST, RICH } from './made-manifest.ts';

const ISOLATE: IsolateManifest = {
  ...MANIFEST,
  kind: 'isolate',
  source: { ref: RICH.ref, tags: {} },
};

/** Every member, `__proto__` too, in one order. */
const sorted = (value: unknown): string => canonicalJson(JSON.parse(JSON.stringify(value)));

describe('a manifest', () => {
  it.each([
    ['of everything that an object can have', MANIFEST],
    ['that names its copy', { ...MANIFEST, copyEtag: 'c' }],
    ['of an SSE-C object, of which S3 tells next to nothing', ISOLATE],
    ['of an isolated object with all its attributes', { ...ISOLATE, source: RICH }],
  ] as const)('%s comes back as it was written, dates as dates', (_title, manifest) => {
    const parsed = parseManifest(serialiseManifest(manifest));
    expect(parsed).toEqual(manifest);
    // `toEqual` does not look at members named `__proto__`
    expect(sorted(parsed)).toBe(sorted(manifest));
  });

  it.each([
    { encryption: { kind: 'sse-s3' } },
    { encryption: { kind: 'dsse-kms', keyArn: keyArn('theirs') } },
    { encryption: { kind: 'sse-c' } },
    { encryption: { kind: 'none' } },
    { encryption: { kind: 'managed-elsewhere', by: 'aws:fsx' } },
    { lock: { mode: 'COMPLIANCE', retainUntil: new Date(0), legalHold: true } },
    { lock: { legalHold: false } },
    { checksum: { algorithm: 'SHA1', type: 'FULL_OBJECT', value: 'x' } },
    {
      acl: {
        owner: 'me',
        grants: (['FULL_CONTROL', 'READ', 'READ_ACP', 'WRITE', 'WRITE_ACP'] as const).map(
          (permission) => ({ grantee: { kind: 'user', id: 'x' } as const, permission }),
        ),
      },
    },
  ] as const)('comes back with %j', (facts) => {
    const manifest = { ...MANIFEST, source: { ...RICH, ...facts } };
    expect(parseManifest(serialiseManifest(manifest))).toEqual(manifest);
  });

  it('keeps a tag named `__proto__` as a tag like any other', () => {
    const parsed = parseManifest(serialiseManifest(MANIFEST));
    const { tags, metadata } = (parsed as typeof MANIFEST).source;
    expect(Object.entries(tags)).toContainEqual(['__proto__', '\u2028']);
    expect(Object.entries(metadata)).toContainEqual(['__proto__', 'theirs']);
  });

  it('comes back whatever text its key, tags and headers hold', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 });
    fc.assert(
      fc.property(text, fc.dictionary(text, text), (key, tags) => {
        const source = { ...RICH, ref: { bucket: 'b', key }, tags, metadata: tags };
        const manifest = { ...MANIFEST, source };
        const written = serialiseManifest(manifest);
        expect(written).toMatch(/^[\n\x20-\x7e]*$/); // nothing that a terminal would act on
        expect(sorted(parseManifest(written))).toBe(sorted(manifest));
      }),
    );
  });

  const changed = (change: object): string =>
    JSON.stringify({ ...JSON.parse(serialiseManifest(MANIFEST)), ...change });
  const changedSource = (change: object): string =>
    changed({ source: { ...JSON.parse(serialiseManifest(MANIFEST)).source, ...change } });

  it.each([
    ['no JSON', '{', 'not JSON'],
    ['another version', changed({ v: 2 }), '`v`'],
    ['no version', changed({ v: undefined }), '`v`'],
    ['another kind', changed({ kind: 'copy' }), '`kind`'],
    ['nothing', 'null', '``'],
    ['a move without its source', changed({ source: undefined }), '`source`'],
    ['a move of which too little is known', changed({ source: ISOLATE.source }), '`source.'],
    ['no reason', changed({ because: {} }), '`because.'],
    ['a date that is none', changedSource({ lastModified: 'yesterday' }), '`source.lastModified`'],
    ['a tag that is no text', changedSource({ tags: { a: 1 } }), '`source.tags`'],
    ['no tags at all', changedSource({ tags: null }), '`source.tags`'],
    ['tags in a list', changedSource({ tags: ['a'] }), '`source.tags`'],
    [
      'a key that is no ARN',
      changedSource({ encryption: { kind: 'sse-kms', keyArn: 'alias/x', bucketKey: true } }),
      '`source.encryption.keyArn`',
    ],
    ['a negative size', changedSource({ size: -1 }), '`source.size`'],
  ])('is not understood: %s', (_title, text, words) => {
    expect(parseManifest(text)).toEqual({ unreadable: expect.stringContaining(words) });
  });
});
