import { describe, expect, it } from '@jest/globals';
import type { ObjectAttributes } from '../../../core/copies/object-attributes.ts';
import { attributeDifferences } from '../../../core/release/attribute-differences.ts';
import { sseKms } from '../../made/facts.ts';
import { makeAttributes } from './made.ts';

const BEFORE = makeAttributes();

describe('attributeDifferences', () => {
  it.each<readonly [string, Partial<ObjectAttributes>]>([
    ['size', { size: 12 }],
    ['headers', { headers: { contentType: 'text/html' } }],
    ['headers', { headers: {} }],
    ['metadata', { metadata: {} }],
    ['metadata that no header can hold', { missingMetadata: 1 }],
    ['website redirect', { websiteRedirect: '/x' }],
    ['storage class', { storageClass: 'GLACIER_IR' }],
    ['tags', { tags: { team: 'it' } }],
    ['annotations', { annotations: [] }],
    [
      'ACL',
      {
        acl: { owner: 'us', grants: [{ grantee: { kind: 'user', id: 'x' }, permission: 'READ' }] },
      },
    ],
    ['checksum', { checksum: { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'zzz=' } }],
  ])('names %s', (attribute, more) => {
    const found = attributeDifferences(BEFORE, makeAttributes(more), 'restored');
    expect(found.map((one) => one.attribute)).toEqual([attribute]);
  });

  it.each<readonly [string, Partial<ObjectAttributes>]>([
    [
      'its version, ETag and date',
      { ref: { bucket: 'b', key: 'k', versionId: 'v2' }, etag: 'e', lastModified: new Date(0) },
    ],
    ['its encryption', { encryption: sseKms('k1') }],
    ['the ETags of its annotations', { annotations: [{ name: 'lineage', etag: 'a2', size: 3 }] }],
    [
      'a checksum over its parts',
      { checksum: { algorithm: 'CRC64NVME', type: 'COMPOSITE', value: 'q=-2' } },
    ],
    ['the order of members', { tags: Object.assign(Object.create(null), { team: 'hr' }) }],
  ])('does not mind %s', (_title, more) => {
    expect(attributeDifferences(BEFORE, makeAttributes(more), 'restored')).toEqual([]);
  });

  it('names what was wanted and what is there', () => {
    const { websiteRedirect: _, ...direct } = makeAttributes({ websiteRedirect: '/x' });
    const annotations = [
      { name: 'lineage', etag: 'a1', size: 3 },
      { name: 'other', etag: 'a2', size: 1 },
    ];
    const checksum = { algorithm: 'CRC64NVME', type: 'FULL_OBJECT', value: 'zzz=' } as const;
    const after = makeAttributes({ websiteRedirect: '/x', annotations, checksum });
    expect(attributeDifferences(direct, after, 'restored')).toStrictEqual([
      { attribute: 'website redirect', wanted: 'none', found: '"/x"' },
      {
        attribute: 'annotations',
        wanted: '[{"name":"lineage","size":3}]',
        found: '[{"name":"lineage","size":3},{"name":"other","size":1}]',
      },
      { attribute: 'checksum', wanted: 'CRC64NVME abc=', found: 'CRC64NVME zzz=' },
    ]);
  });

  it('names an annotation that has another size or name', () => {
    for (const annotations of [
      [{ name: 'lineage', etag: 'a1', size: 4 }],
      [{ name: 'other', etag: 'a1', size: 3 }],
    ]) {
      const after = makeAttributes({ annotations });
      expect(attributeDifferences(BEFORE, after, 'restored')).toHaveLength(1);
    }
  });

  it('minds our own marker on what is given back, and not on what lies in quarantine', () => {
    const marked = makeAttributes({ tags: { team: 'hr', 'sealward-isolated': 'x' } });
    expect(attributeDifferences(BEFORE, marked, 'in-quarantine')).toEqual([]);
    expect(attributeDifferences(marked, BEFORE, 'restored')).toEqual([]);
    expect(attributeDifferences(marked, marked, 'restored')).toMatchObject([{ attribute: 'tags' }]);
  });

  it('leaves the ACL out where a bucket has none', () => {
    const acl = {
      owner: 'us',
      grants: [{ grantee: { kind: 'user', id: 'x' }, permission: 'READ' }],
    } as const;
    expect(attributeDifferences(BEFORE, makeAttributes({ acl }), 'in-quarantine')).toEqual([]);
  });
});
